import type { CodeId } from '#analysis/coding/codebook.ts'
import { reconcile } from '#analysis/coding/reconciliation.ts'
import type { CodedText } from '#analysis/coding/suggestions.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Suggestions } from './contract.ts'
import {
  coderIn,
  codingsFor,
  doubleCodingOf,
  type LoadedStudy,
  loadStudy,
} from './load-study.ts'
import { listDecisions } from './settled/store.ts'
import type { ToSuggest } from './suggest.worker.ts'

/**
 * Codes that the segments still to be coded may have, learned from those that are coded.
 *
 * Nothing is suggested where two people code: who follows the same machine agrees with it, and
 * κ would say that they agree with each other. And nothing is learned from what the other
 * coder gave before both have finished, or suggestions would tell it.
 *
 * @throws Refusal 'coders-only'
 */
export async function suggestionsFor(
  { db }: Pick<Services, 'db'>,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<Suggestions> {
  const study = await loadStudy({ db }, facilitator, id)
  const coder = coderIn(study, facilitator)
  if (!coder) throw new Refusal('coders-only')
  const mine = new Set(
    study.given.filter((one) => one.coder === coder.userId).map((one) => one.segment),
  )
  const uncoded = study.segments.filter(
    (segment) => !mine.has(segment.id) && study.parts.get(segment.id)?.twice === false,
  )
  if (coder.place === 2 || study.locked || uncoded.length === 0) return []
  const input: ToSuggest = {
    codebook: study.codebook,
    languages: study.languages,
    coded: await codedTexts({ db }, id, study, coder.userId),
    uncoded: uncoded.map((segment) => ({ id: segment.id, text: segment.text })),
  }
  return runOffThread<Suggestions>(new URL('./suggest.worker.ts', import.meta.url), input)
}

/** What was coded, by one person or settled by two. */
async function codedTexts(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
  study: LoadedStudy,
  userId: string,
): Promise<readonly CodedText[]> {
  const coded = doubleCodingOf(study)
  const twice = new Set(coded.segments)
  const codes = new Map<string, Set<CodeId>>()
  for (const { segment, coder } of study.given) {
    if (coder === userId || twice.has(segment)) codes.set(segment, new Set())
  }
  const visible = codingsFor(study, { userId })
  for (const { segment, code } of reconcile(coded, visible, await listDecisions(db, id))
    .final) {
    codes.get(segment)?.add(code)
  }
  return study.segments.flatMap(({ id: segment, text }) => {
    const found = codes.get(segment)
    return found ? [{ text, codes: found }] : []
  })
}
