import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { compareWaves } from '#analysis/needs/wave-change.ts'
import type { Member } from '../accounts/access.ts'
import {
  type AssessmentId,
  isReleased,
  type ReleasedAssessment,
} from '../assessments/contract.ts'
import { assessmentsOf, releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { assess } from './assess.ts'
import type { Results, SignedRelease } from './contract.ts'
import { findRelease, findSignedRelease } from './store.ts'

/** The release and the needs read from it: the same for everybody, at the same moment. */
export async function showResults(
  services: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Results> {
  const assessment = await releasedAssessmentOf(services, member, id)
  const assessed = await assess(services, member, assessment)
  const { release, needs, differences, testimony } = assessed
  return {
    release,
    needs,
    differences,
    changes: await changesSince(services, member, assessment, release),
    sources: { focusGroups: testimony.groups, interviews: testimony.interviews },
  }
}

/** The release as it was signed, to keep and to check elsewhere. */
export async function signedReleaseOf(
  services: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<SignedRelease> {
  await releasedAssessmentOf(services, member, id)
  const signed = await findSignedRelease(services.db, id)
  if (!signed) throw new Refusal('assessment-not-released')
  return signed
}

/** Compares with the latest release before this one. */
async function changesSince(
  services: Pick<Services, 'db'>,
  member: Member,
  { id, releasedOn }: ReleasedAssessment,
  release: Disclosed<Release>,
): Promise<Results['changes']> {
  const [last] = (await assessmentsOf(services, member))
    .filter(isReleased)
    .filter((one) => one.id !== id && one.releasedOn < releasedOn)
    .sort((a, b) => (a.releasedOn > b.releasedOn ? -1 : 1))
  const before = last && (await findRelease(services.db, last.id))
  if (!last || !before) return null
  return {
    name: last.name,
    releasedOn: last.releasedOn,
    constructs: compareWaves(before, release),
  }
}
