import {
  type Codebook,
  type CodeId,
  codesOf,
  isCodeOf,
} from '#analysis/coding/codebook.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { changeStudy } from './change-study.ts'
import type { GivenCodes } from './contract.ts'
import {
  type Coder,
  listGiven,
  listStudySegments,
  type StudySegment,
  saveFinished,
  saveGiven,
} from './store.ts'

type Reach = Pick<Services, 'db'>

/**
 * Gives a segment the codes a coder finds in it, in place of those given before.
 *
 * @throws Refusal 'segment-not-found', 'segment-not-yours' for what the second coder does not
 *   code, 'codes-compared' for what was finished to be compared, 'code-not-found' or
 *   'code-retired'
 */
export async function codeSegment(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  segment: string,
  codes: readonly CodeId[],
): Promise<GivenCodes> {
  return changeStudy({ db }, facilitator, id, async ({ transaction, study, coder }) => {
    const part = (await listStudySegments(transaction, id)).find(
      (one) => one.id === segment,
    )
    refuseForeign(part, coder)
    const before = (await listGiven(transaction, id)).find(
      (one) => one.segment === segment && one.coder === coder.userId,
    )
    const unique = [...new Set(codes)].toSorted()
    refuseUnfitting(study.codebook, unique, before?.codes ?? [])
    const given = { segment, coder: coder.userId, codes: unique }
    await saveGiven(transaction, id, [given])
    return { segment, codes: unique }
  })
}

/**
 * Refuses what is not this coder's to change now.
 *
 * @throws Refusal as `codeSegment`
 */
export function refuseForeign(part: StudySegment | undefined, coder: Coder): void {
  if (!part) throw new Refusal('segment-not-found')
  if (!part.twice && coder.place === 2) throw new Refusal('segment-not-yours')
  if (part.twice && part.round <= coder.finished) throw new Refusal('codes-compared')
}

/** A retired code is given no more; where it was given it stays. */
function refuseUnfitting(
  codebook: Codebook,
  codes: readonly CodeId[],
  before: readonly CodeId[],
): void {
  const usable = new Set([...codesOf(codebook), ...before])
  for (const code of codes) {
    if (!isCodeOf(codebook, code)) throw new Refusal('code-not-found')
    if (!usable.has(code)) throw new Refusal('code-retired')
  }
}

/**
 * Says that a coder has finished what two people code: from now on these codes stand, and once
 * both have said so they are compared.
 *
 * @throws Refusal 'coding-not-finished' while a segment of the sample has not been looked at
 */
export async function finishCoding(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<void> {
  await changeStudy({ db }, facilitator, id, async ({ transaction, study, coder }) => {
    const given = await listGiven(transaction, id)
    const mine = new Set(
      given.filter((one) => one.coder === coder.userId).map((one) => one.segment),
    )
    const parts = await listStudySegments(transaction, id)
    const left = parts.filter((part) => part.twice && !mine.has(part.id)).length
    if (left > 0) {
      const say = 'coding.left-twice'
      const problem = {
        where: 'segments',
        expected: `${left} more`,
        say,
        words: { left },
      }
      throw new Refusal('coding-not-finished', [problem])
    }
    await saveFinished(transaction, id, coder.userId, study.round)
  })
}
