import type { Organiser } from '../accounts/access.ts'
import { markClosed } from '../assessments/change-state.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { openAssessmentOf } from '../assessments/find-assessment.ts'
import { closeBox } from '../ballot-box/keep-box.ts'
import type { TallyServices } from './tally-services.ts'

/** Closes the survey for good. The box shuts first: an answer after the closing is none. */
export async function closeAssessment(
  services: TallyServices,
  organiser: Organiser,
  id: AssessmentId,
): Promise<Assessment> {
  const assessment = await openAssessmentOf(services, organiser, id)
  await closeBox(services, id)
  return markClosed(services, organiser, assessment)
}
