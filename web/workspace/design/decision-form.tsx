import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { isBlocked } from '#analysis/recommendation/decide-again.ts'
import { tierOrder } from '#analysis/recommendation/tiers.ts'
import type { Program } from '#server/programs/contract.ts'
import { type Choice, mostLetters, Quality } from '#server/programs/log/contract.ts'
import { programs } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { decisionOn, needsReason, type Recommendation } from './decisions.ts'
import { focusChoice } from './focus.ts'
import { useDeed } from './use-deed.ts'
import { type Draft, useDraft } from './use-draft.ts'

const verdicts = ['adopt', 'change', 'reject', 'in-place', 'set-tier'] as const
type Verdict = (typeof verdicts)[number]

interface Drafts {
  readonly reason: Draft
  readonly change: Draft
  readonly since: Draft
  readonly quality: Draft
  readonly tier: Draft
}

/** Decides about one component, in one of five ways; what it means is said before it is done. */
export function DecisionForm({
  id,
  recommendation,
  program,
  onDone,
}: {
  readonly id: string
  readonly recommendation: Recommendation
  readonly program: Program
  readonly onDone: () => void
}): ReactNode {
  const { say } = useLanguage()
  const { component } = recommendation
  const before = decisionOn(program, component)
  const drafts = useDrafts(id, component, before?.choice)
  const [verdict, setVerdict] = useState<Verdict>(before?.choice.verdict ?? 'adopt')
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
  const isReasoned = verdict === 'set-tier' || needsReason(recommendation, verdict)
  return (
    <form className="decision" onSubmit={decide} ref={focusChoice}>
      <Radio.Group
        label={say('decide.legend')}
        value={verdict}
        onChange={(value) => setVerdict(verdicts.find((one) => one === value) ?? 'adopt')}
      >
        {verdicts.map((one) => (
          <Radio
            key={one}
            value={one}
            label={say(one === 'set-tier' ? 'decide.set-tier' : `verdict.${one}`)}
            disabled={isBlocked(recommendation) && !['reject', 'set-tier'].includes(one)}
          />
        ))}
      </Radio.Group>
      {isBlocked(recommendation) && <p className="warn">{say('decide.blocked')}</p>}
      <VerdictFields verdict={verdict} drafts={drafts} />
      <Textarea
        label={say('design.reason')}
        description={reasonHint(verdict, isReasoned, say)}
        required={isReasoned}
        maxLength={mostLetters}
        autosize
        value={drafts.reason.text}
        onChange={({ currentTarget }) => drafts.reason.write(currentTarget.value)}
      />
      {program.adopted && <p className="warn">{say('decide.ends-adoption')}</p>}
      <RefusalNote refusal={deciding.error ?? setting.error} />
      <div className="row">
        <Button type="submit" size="sm" loading={deciding.isPending || setting.isPending}>
          {say(`decide.button.${verdict}`)}
        </Button>
        <Button variant="subtle" size="sm" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}

function reasonHint(
  verdict: Verdict,
  isReasoned: boolean,
  say: ReturnType<typeof useLanguage>['say'],
): string {
  if (verdict === 'set-tier') return say('decide.set-tier.hint')
  if (!isReasoned) return say('decide.reason.free')
  return say(verdict === 'reject' ? 'design.reason.drop' : 'design.reason.adopt')
}

function VerdictFields({
  verdict,
  drafts,
}: {
  readonly verdict: Verdict
  readonly drafts: Drafts
}): ReactNode {
  const { say } = useLanguage()
  if (verdict === 'change') {
    return (
      <Textarea
        label={say('decide.change')}
        description={say('decide.change.hint')}
        required
        maxLength={mostLetters}
        autosize
        value={drafts.change.text}
        onChange={({ currentTarget }) => drafts.change.write(currentTarget.value)}
      />
    )
  }
  if (verdict === 'set-tier') {
    return (
      <NativeSelect
        label={say('decide.tier')}
        value={drafts.tier.text}
        onChange={({ currentTarget }) => drafts.tier.write(currentTarget.value)}
        data={[
          ...tierOrder
            .slice(1)
            .map((tier) => ({ value: tier as string, label: say(`tier.${tier}`) })),
          { value: '', label: say('decide.tier.none') },
        ]}
      />
    )
  }
  if (verdict !== 'in-place') return null
  return (
    <>
      <TextInput
        label={say('decide.since')}
        description={say('decide.since.hint')}
        pattern="(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?"
        value={drafts.since.text}
        onChange={({ currentTarget }) => drafts.since.write(currentTarget.value)}
      />
      <NativeSelect
        label={say('decide.quality')}
        value={drafts.quality.text}
        onChange={({ currentTarget }) => drafts.quality.write(currentTarget.value)}
        data={Quality.options.map((one) => ({
          value: one,
          label: say(`quality.${one}`),
        }))}
      />
    </>
  )
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
