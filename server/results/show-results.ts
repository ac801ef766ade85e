import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { assessmentOf, releasedAssessmentOf } from '../assessments/find-assessment.ts'
import type { Written } from '../doors.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { assess } from './assess.ts'
import type { Results, SignedRelease, Sources } from './contract.ts'
import { sourcesSoFar } from './let-sources-in.ts'
import { readSigned } from './sign-release.ts'
import { findSignedRelease } from './store.ts'

/** The release and the needs read from it: the same for everybody, at the same moment. */
export async function showResults(
  services: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Written<typeof Results>> {
  const assessment = await releasedAssessmentOf(services, member, id)
  const { results } = await assess(services, member, assessment)
  return results
}

/** The release as it was signed, to keep and to check elsewhere. */
export async function signedReleaseOf(
  services: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Written<typeof SignedRelease>> {
  await releasedAssessmentOf(services, member, id)
  const signed = await findSignedRelease(services.db, id)
  if (!signed) throw new Refusal('assessment-not-released')
  return readSigned(signed)
}

/** How far the sources beside the survey are: the same for both sides, at any time. */
export async function showSources(
  services: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Sources> {
  return sourcesSoFar(services, await assessmentOf(services, member, id))
}
