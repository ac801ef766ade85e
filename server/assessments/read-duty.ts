import type { Member } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Assessment, AssessmentId } from './contract.ts'
import { assessmentOf, draftOf } from './find-assessment.ts'
import { saveDutyRead } from './store.ts'

type Reach = Pick<Services, 'db'>

/**
 * One side has read and agrees to the duty to act: results create knowledge, and knowledge a
 * duty. Each side for itself, with a name; both are needed before anything is frozen.
 */
export async function agreeToDuty(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Assessment> {
  const { name, role } = member
  const draft = await draftOf({ db }, member, id)
  const others = draft.dutyRead.filter((one) => one.role !== role)
  if (!(await saveDutyRead(db, draft, [...others, { role, by: name }])))
    throw new Refusal('assessment-changed-meanwhile')
  return assessmentOf({ db }, member, id)
}
