import { randomUUID } from 'node:crypto'
import type { Member } from '../accounts/access.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { approvedPlanOf, assessmentOf, draftOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { ApprovedPlan, type NewRemark, RemarkId, type Review } from './contract.ts'
import { listRemarks, saveRemark, settle } from './store.ts'

type Reach = Pick<Services, 'db'>

/** What both sides remarked on the plan, and the plan as it was last approved. */
export async function reviewOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Review> {
  const assessment = await assessmentOf({ db }, member, id)
  return reviewFrom({ db }, assessment)
}

async function reviewFrom(
  { db }: Reach,
  { id, revision }: Pick<Assessment, 'id' | 'revision'>,
): Promise<Review> {
  const text = await approvedPlanOf({ db }, id)
  // One that an earlier version wrote may lack what plans have by now: then there is none.
  const approved = text ? ApprovedPlan.safeParse(JSON.parse(text)) : undefined
  const before = approved?.success ? approved.data : null
  return {
    remarks: await listRemarks(db, id),
    approvedBefore: before && before.revision !== revision ? before : null,
  }
}

/**
 * Writes a remark beside a part of the plan, while it may still be changed.
 *
 * @throws Refusal `assessment-changed-meanwhile` when another revision was looked at
 */
export async function remarkOn(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  member: Member,
  id: AssessmentId,
  { place, text, revision }: NewRemark,
): Promise<Review> {
  const draft = await draftOf({ db }, member, id)
  if (draft.revision !== revision) throw new Refusal('assessment-changed-meanwhile')
  await saveRemark(db, id, {
    id: RemarkId.parse(randomUUID()),
    place,
    role: member.role,
    by: member.name,
    on: clock.now().toISOString().slice(0, 10),
    revision,
    text,
    settledBy: null,
  })
  return reviewFrom({ db }, draft)
}

/** Says that a remark is settled: whoever wrote it, or somebody of the same side. */
export async function settleRemark(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  remark: RemarkId,
): Promise<Review> {
  const draft = await draftOf({ db }, member, id)
  const written = (await listRemarks(db, id)).find((each) => each.id === remark)
  if (!written) throw new Refusal('remark-not-found')
  if (written.role !== member.role) throw new Refusal('remark-of-other-side')
  await settle(db, id, remark, member.name)
  return reviewFrom({ db }, draft)
}
