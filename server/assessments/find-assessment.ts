import type { Member } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type {
  Assessment,
  AssessmentId,
  ClosedAssessment,
  DraftAssessment,
  OpenAssessment,
  ReleasedAssessment,
} from './contract.ts'
import { findAssessment, listAssessments, listInState } from './store.ts'

type Reach = Pick<Services, 'db'>

export async function assessmentsOf(
  { db }: Reach,
  member: Member,
): Promise<readonly Assessment[]> {
  return listAssessments(db, member)
}

/** @throws Refusal when the member's organization has no such assessment */
export async function assessmentOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Assessment> {
  const assessment = await findAssessment(db, member, id)
  if (!assessment) throw new Refusal('assessment-not-found')
  return assessment
}

export async function draftOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<DraftAssessment> {
  const assessment = await assessmentOf(reach, member, id)
  if (assessment.state !== 'draft') throw new Refusal('assessment-not-draft')
  return assessment
}

export async function openAssessmentOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<OpenAssessment> {
  const assessment = await assessmentOf(reach, member, id)
  if (assessment.state !== 'open') throw new Refusal('assessment-not-open')
  return assessment
}

export async function closedAssessmentOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<ClosedAssessment> {
  const assessment = await assessmentOf(reach, member, id)
  if (assessment.state !== 'closed') throw new Refusal('assessment-not-closed')
  return assessment
}

export async function releasedAssessmentOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<ReleasedAssessment> {
  const assessment = await assessmentOf(reach, member, id)
  if (assessment.state !== 'released') throw new Refusal('assessment-not-released')
  return assessment
}

/** An assessment whose other sources may be added: anything past its draft. */
export async function askedAssessmentOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Exclude<Assessment, DraftAssessment>> {
  const assessment = await assessmentOf(reach, member, id)
  if (assessment.state === 'draft') throw new Refusal('assessment-not-open')
  return assessment
}

/** Every assessment that is open, for the daily count: no person asks. */
export async function everyOpenAssessment({
  db,
}: Reach): Promise<readonly OpenAssessment[]> {
  return listInState(db, 'open')
}

/** Every assessment whose release stands, to see that its answers are gone. */
export async function everyReleasedAssessment({
  db,
}: Reach): Promise<readonly ReleasedAssessment[]> {
  return listInState(db, 'released')
}
