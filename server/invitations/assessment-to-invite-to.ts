import type { Member } from '../accounts/access.ts'
import type {
  AssessmentId,
  FrozenAssessment,
  OpenAssessment,
} from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'

/**
 * An assessment people may be listed for: head counts and places stand, and it has not closed.
 * Codes work, and therefore go out, only once it is open.
 */
export async function assessmentToInviteTo(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<FrozenAssessment | OpenAssessment> {
  const assessment = await assessmentOf({ db }, member, id)
  if (assessment.state === 'frozen' || assessment.state === 'open') return assessment
  throw new Refusal('assessment-not-open')
}
