import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import type { Services } from '../services.ts'
import { assess } from './assess.ts'
import type { Results } from './contract.ts'

/** The release and the needs read from it: the same for everybody, at the same moment. */
export async function showResults(
  services: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Results> {
  const assessment = await releasedAssessmentOf(services, member, id)
  const { release, needs, testimony } = await assess(services, member, assessment)
  return {
    release,
    needs,
    sources: { focusGroups: testimony.groups, interviews: testimony.interviews },
  }
}
