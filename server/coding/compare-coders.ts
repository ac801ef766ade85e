import { agreementByCode, overallAgreement } from '#analysis/coding/agreement.ts'
import { everyCodeOf, isUsed } from '#analysis/coding/locked-study.ts'
import {
  type Decision,
  type Disagreement,
  disagreementsOf,
  longestReason,
} from '#analysis/coding/reconciliation.ts'
import type { Segment } from '#surveys/focus-groups/segment.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { changeStudy } from './change-study.ts'
import type { Agreement, Decide } from './contract.ts'
import {
  codingsFor,
  comparedRound,
  doubleCodingOf,
  type LoadedStudy,
  loadStudy,
} from './load-study.ts'
import { refuseNames } from './refuse-names.ts'
import { listDecisions, saveDecision } from './settled/store.ts'
import { saidSegment } from './show-study.ts'

type Reach = Pick<Services, 'db'>

/**
 * How far the two coders agree, over everything both have finished.
 *
 * @throws Refusal 'coding-not-compared' before both have finished a round
 */
export async function agreementOf(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<Agreement> {
  const study = await loadStudy({ db }, facilitator, id)
  refuseUncompared(study)
  const coded = doubleCodingOf(study)
  const codings = codingsFor(study, facilitator)
  const { alpha, segments } = overallAgreement(coded, codings)
  const decisions = await listDecisions(db, id)
  const byId = new Map(study.segments.map((segment) => [segment.id, segment]))
  return {
    codes: agreementByCode(everyCodeOf(study.codebook), coded, codings).filter(isUsed),
    alpha,
    segments,
    disagreements: disagreementsOf(coded, codings).flatMap((one) => {
      const segment = byId.get(one.segment)
      return segment ? [shown(study, one, segment, decisions)] : []
    }),
  }
}

function shown(
  study: LoadedStudy,
  { code, yes }: Disagreement,
  segment: Segment,
  decisions: readonly Decision[],
): Agreement['disagreements'][number] {
  const decision = decisions.find(
    (one) => one.segment === segment.id && one.code === code,
  )
  return {
    segment: saidSegment(study, segment),
    code,
    yes: study.coders[0]?.userId === yes ? 1 : 2,
    verdict: decision?.verdict ?? null,
    reason: decision?.reason ?? null,
  }
}

function refuseUncompared(study: LoadedStudy): void {
  if (comparedRound(study) === 0) throw new Refusal('coding-not-compared')
}

/**
 * Keeps what two coders settled on after talking it over, and why. It may be settled anew
 * until the study is locked.
 *
 * @throws Refusal 'reason-unfit', 'words-name-people', 'coding-not-compared', 'not-disputed'
 */
export async function decide(
  { db, clock, config }: Pick<Services, 'db' | 'clock' | 'config'>,
  facilitator: Facilitator,
  id: AssessmentId,
  { segment, code, verdict, reason: typed, harmless }: Decide,
): Promise<void> {
  const reason = oneParagraph(typed)
  const { length } = [...reason]
  if (length < 1 || length > longestReason) throw new Refusal('reason-unfit')
  refuseNames({ clock, config }, id, [reason], harmless)
  await changeStudy({ db }, facilitator, id, async ({ transaction }) => {
    const study = await loadStudy({ db: transaction }, facilitator, id)
    refuseUncompared(study)
    const disputed = disagreementsOf(
      doubleCodingOf(study),
      codingsFor(study, facilitator),
    ).some((one) => one.segment === segment && one.code === code)
    if (!disputed) throw new Refusal('not-disputed')
    await saveDecision(transaction, id, { segment, code, verdict, reason })
  })
}

/** Line breaks and tabs as single spaces. */
export function oneParagraph(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
