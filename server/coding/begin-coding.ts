import { randomUUID } from 'node:crypto'
import { freshCodebook } from '#analysis/coding/codebook.ts'
import { chooseForDoubleCoding } from '#analysis/coding/double-coding.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForHeldGroups } from '../assessments/plan-for-groups.ts'
import { codeSessions } from '../group-studies/move-coding.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { heldGroups, segmentsOf } from './load-study.ts'
import {
  beginRound,
  findStudy,
  holdOpen,
  listCoders,
  saveCoder,
  saveStudySegments,
} from './store.ts'

type Reach = Pick<Services, 'db'>

/**
 * Takes every group whose notes were handed in into coding, and chooses what of it two people
 * code. The first time whoever begins is the first coder. Groups held later are taken in the
 * same way, with a sample of their own.
 *
 * @throws Refusal 'nothing-to-code', 'coding-locked', or 'coders-only' when another one began
 */
export async function beginCoding(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<void> {
  await planForHeldGroups({ db }, facilitator, id)
  await db.transaction().execute(async (transaction) => {
    const isOpen = await beginRound(transaction, id, freshCodebook)
    if (!isOpen) throw new Refusal('coding-locked')
    const study = await findStudy(transaction, id)
    if (!study) throw new Error('expected the study that was just stored')
    const { userId } = facilitator
    const coders = await listCoders(transaction, id)
    if (coders.length > 0 && !coders.some((one) => one.userId === userId)) {
      throw new Refusal('coders-only')
    }
    const held = await heldGroups({ db: transaction }, facilitator, id)
    const fresh = held.filter(({ state }) => state === 'held')
    const segments = fresh.flatMap(segmentsOf)
    if (segments.length === 0) throw new Refusal('nothing-to-code')
    await codeSessions(
      transaction,
      fresh.map((group) => group.id),
    )
    const twice = new Set(chooseForDoubleCoding(segments, randomUUID()))
    const { round } = study
    await saveStudySegments(
      transaction,
      id,
      segments.map((one) => ({ id: one.id, round, twice: twice.has(one.id) })),
    )
    if (coders.length === 0) {
      await saveCoder(transaction, id, { userId, place: 1, finished: 0 })
    }
  })
}

/**
 * Makes a facilitator the second coder, who codes the sample without seeing the first one's
 * codes.
 *
 * @throws Refusal 'coding-not-begun', 'coding-locked' or 'two-coders-already'
 */
export async function joinCoding(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<void> {
  await planForHeldGroups({ db }, facilitator, id)
  const { userId } = facilitator
  await db.transaction().execute(async (transaction) => {
    const isOpen = await holdOpen(transaction, id)
    const study = await findStudy(transaction, id)
    if (!study) throw new Refusal('coding-not-begun')
    if (!isOpen) throw new Refusal('coding-locked')
    const coders = await listCoders(transaction, id)
    if (coders.some((one) => one.userId === userId)) return
    const isFree = await saveCoder(transaction, id, { userId, place: 2, finished: 0 })
    if (!isFree) throw new Refusal('two-coders-already')
  })
}
