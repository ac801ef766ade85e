import { type FormEvent, useState } from 'react'
import { isBlocked } from '#analysis/recommendation/decide-again.ts'
import { tierOrder } from '#analysis/recommendation/tiers.ts'
import type { Program } from '#server/programs/contract.ts'
import { type Choice, Quality } from '#server/programs/log/contract.ts'
import { programs, type Refused } from '../../api.ts'
import { type Draft, useDraft } from '../use-draft.ts'
import { decisionOn, type Recommendation } from './decisions.ts'
import { useDeed } from './use-deed.ts'

/** The ways to decide about a component; the last is about the recommendation itself. */
export const verdicts = ['adopt', 'change', 'reject', 'in-place', 'set-tier'] as const
export type Verdict = (typeof verdicts)[number]

/** What is written under way, by field. */
export interface Drafts {
  readonly reason: Draft
  readonly change: Draft
  readonly since: Draft
  readonly quality: Draft
  readonly tier: Draft
}

/** A decision under way. */
interface Deciding {
  readonly verdict: Verdict
  readonly choose: (verdict: Verdict) => void
  /** what the gate says no to can only be left out, or overridden */
  readonly isOpenTo: (verdict: Verdict) => boolean
  readonly drafts: Drafts
  readonly send: (event: FormEvent) => void
  readonly error: Refused | null
  readonly isPending: boolean
}

export function useDecision(
  id: string,
  recommendation: Recommendation,
  program: Program,
  onDone: () => void,
): Deciding {
  const { component } = recommendation
  const before = decisionOn(program, component)
  const drafts = useDrafts(id, component, before?.choice)
  const isOpenTo = (one: Verdict): boolean =>
    !isBlocked(recommendation) || one === 'reject' || one === 'set-tier'
  const usual = before?.choice.verdict ?? 'adopt'
  const [verdict, setVerdict] = useState<Verdict>(isOpenTo(usual) ? usual : 'set-tier')
  // What the decision is made against is what was shown when the form was opened.
  const [seen] = useState(program.last)
  const done = (): void => {
    for (const draft of Object.values(drafts)) draft.forget()
    onDone()
  }
  const deciding = useDeed<Choice>(
    id,
    (choice) =>
      programs[':id'].decisions.$post({
        param: { id },
        json: { component, choice, seen },
      }),
    done,
  )
  const setting = useDeed<string>(
    id,
    (tier) =>
      programs[':id'].tiers.$post({
        param: { id },
        json: {
          component,
          tier: tierOrder.find((one) => one === tier) ?? null,
          reason: drafts.reason.text,
          seen,
        },
      }),
    done,
  )
  const decide = (event: FormEvent): void => {
    event.preventDefault()
    if (verdict === 'set-tier') setting.mutate(drafts.tier.text)
    else deciding.mutate(choiceFrom(verdict, drafts))
  }
  return {
    verdict,
    choose: setVerdict,
    isOpenTo,
    drafts,
    send: decide,
    error: deciding.error ?? setting.error,
    isPending: deciding.isPending || setting.isPending,
  }
}

function useDrafts(id: string, component: string, before: Choice | undefined): Drafts {
  const about = (field: string): string => `${id}.${component}.${field}`
  const inPlace = before?.verdict === 'in-place' ? before : null
  return {
    reason: useDraft(about('reason'), before?.reason),
    change: useDraft(about('change'), before?.verdict === 'change' ? before.change : ''),
    since: useDraft(about('since'), inPlace?.since ?? ''),
    quality: useDraft(about('quality'), inPlace?.quality ?? 'not-known'),
    tier: useDraft(about('tier'), 'recommend'),
  }
}

function choiceFrom(verdict: Choice['verdict'], drafts: Drafts): Choice {
  const reason = drafts.reason.text
  switch (verdict) {
    case 'change':
      return { verdict, change: drafts.change.text, reason }
    case 'in-place': {
      const quality = Quality.options.find((one) => one === drafts.quality.text)
      return {
        verdict,
        since: drafts.since.text === '' ? null : drafts.since.text,
        quality: quality ?? 'not-known',
        reason,
      }
    }
    default:
      return { verdict, reason }
  }
}
