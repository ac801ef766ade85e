import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { KeepBudget, NameOwner, Program } from './contract.ts'
import type { Remark, Review } from './log/contract.ts'
import { type Reach, recordDeed } from './record-deed.ts'

/** Keeps the budget a program was planned with. */
export async function keepBudget(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { seen, budget }: KeepBudget,
): Promise<Program> {
  return recordDeed(reach, organiser, id, seen, () => ({ kind: 'budget', budget }))
}

/** Says who answers for a component, when it starts, and when it is looked at again. */
export async function nameOwner(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { seen, ...ownership }: NameOwner,
): Promise<Program> {
  const { starts, reviewed } = ownership
  if (starts && reviewed && reviewed < starts) throw new Refusal('review-before-start')
  return recordDeed(reach, organiser, id, seen, () => ({ kind: 'owned', ...ownership }))
}

/** Writes down what an expert said, of a component or of the whole. */
export async function addReview(
  reach: Reach,
  member: Member,
  id: AssessmentId,
  review: Review,
): Promise<Program> {
  const today = reach.clock.now().toISOString().slice(0, 10)
  if (review.day > today) throw new Refusal('day-in-the-future')
  return recordDeed(reach, member, id, undefined, () => ({ kind: 'reviewed', ...review }))
}

/** Adds what one of the two sides has to say, of a component or of the whole. */
export async function addRemark(
  reach: Reach,
  member: Member,
  id: AssessmentId,
  remark: Remark,
): Promise<Program> {
  return recordDeed(reach, member, id, undefined, () => ({ kind: 'remarked', ...remark }))
}
