import type { EmployeeSide } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Assessment, AssessmentId } from './contract.ts'
import { assessmentOf, draftOf } from './find-assessment.ts'
import { saveStep } from './store.ts'

/** The employee side agrees to the revision it has seen; any later change takes that back. */
export async function approveAssessment(
  { db }: Pick<Services, 'db'>,
  employeeSide: EmployeeSide,
  id: AssessmentId,
  revision: number,
): Promise<Assessment> {
  const draft = await draftOf({ db }, employeeSide, id)
  if (draft.units.length === 0) throw new Refusal('units-missing')
  if (draft.state === 'reviewed' && draft.revision === revision) return draft
  const step = { id, revision, state: 'draft' } as const
  const approvedBy = employeeSide.name
  const columns = {
    approved_by: approvedBy,
    approved_plan: JSON.stringify({ ...draft, approvedBy }),
  }
  if (!(await saveStep(db, step, 'reviewed', columns))) {
    throw new Refusal('assessment-changed-meanwhile')
  }
  return assessmentOf({ db }, employeeSide, id)
}
