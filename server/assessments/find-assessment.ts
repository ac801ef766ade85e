import type { Deliverer, Facilitator, Member, SignedIn } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import {
  type Assessment,
  type AssessmentId,
  type ChangeableAssessment,
  type ClosedAssessment,
  type FrozenAssessment,
  isChangeable,
  isReleased,
  type OpenAssessment,
  type ReleasedAssessment,
  type ReviewedAssessment,
  type Study,
  type TalliedAssessment,
} from './contract.ts'
import {
  findAnyAssessment,
  findApprovedPlan,
  findAssessment,
  findState,
  listAssessments,
  listInState,
} from './store.ts'

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

/**
 * The plan as the employee side last approved it, as JSON; there is none before.
 * For an assessment that was found for the member already.
 */
export async function approvedPlanOf(
  { db }: Reach,
  id: AssessmentId,
): Promise<string | undefined> {
  return findApprovedPlan(db, id)
}

/** An assessment that may still be changed. */
export async function draftOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<ChangeableAssessment> {
  const assessment = await assessmentOf(reach, member, id)
  if (!isChangeable(assessment)) throw new Refusal('assessment-not-draft')
  return assessment
}

/** A draft whose present revision the employee side has approved. */
export async function reviewedAssessmentOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<ReviewedAssessment> {
  const draft = await draftOf(reach, member, id)
  if (draft.state !== 'reviewed') throw new Refusal('assessment-not-approved')
  return draft
}

export async function frozenAssessmentOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<FrozenAssessment> {
  const assessment = await assessmentOf(reach, member, id)
  if (assessment.state !== 'frozen') throw new Refusal('assessment-not-frozen')
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

export async function talliedAssessmentOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<TalliedAssessment> {
  const assessment = await assessmentOf(reach, member, id)
  if (assessment.state !== 'tallied') throw new Refusal('assessment-not-tallied')
  return assessment
}

/** An assessment whose figures may be read. */
export async function releasedAssessmentOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<ReleasedAssessment> {
  const assessment = await assessmentOf(reach, member, id)
  if (!isReleased(assessment)) throw new Refusal('assessment-not-released')
  return assessment
}

/** The released assessments whose program somebody may report on: for names alone. */
export async function assessmentsToDeliverTo(
  { db }: Reach,
  deliverer: Deliverer,
): Promise<readonly ReleasedAssessment[]> {
  return (await listAssessments(db, deliverer)).filter(isReleased)
}

/** @throws Refusal where the deliverer's organization has no such released assessment */
export async function deliveredAssessmentOf(
  { db }: Reach,
  deliverer: Deliverer,
  id: AssessmentId,
): Promise<ReleasedAssessment> {
  const assessment = await findAssessment(db, deliverer, id)
  if (!assessment) throw new Refusal('assessment-not-found')
  if (!isReleased(assessment)) throw new Refusal('assessment-not-released')
  return assessment
}

/** An assessment whose other sources may be added: anything past its draft. */
export async function askedAssessmentOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Exclude<Assessment, ChangeableAssessment>> {
  const assessment = await assessmentOf(reach, member, id)
  if (isChangeable(assessment)) throw new Refusal('assessment-not-open')
  return assessment
}

/** What somebody who holds groups and interviews may know of each assessment. */
export async function studiesOf(
  { db }: Reach,
  facilitator: Facilitator,
): Promise<readonly Study[]> {
  return (await listAssessments(db, facilitator)).map(studyIn)
}

/** @throws Refusal when the person's organization has no such assessment */
export async function studyOf(
  { db }: Reach,
  person: SignedIn,
  id: AssessmentId,
): Promise<Study> {
  const assessment = await findAssessment(db, person, id)
  if (!assessment) throw new Refusal('assessment-not-found')
  return studyIn(assessment)
}

function studyIn(assessment: Assessment): Study {
  const { id, name, organization, example, state, languages } = assessment
  return { id, name, organization, example, state, languages }
}

/** An assessment whoever asks: for the clock, and for key holders who have no account. */
export async function anyAssessment(
  { db }: Reach,
  id: AssessmentId,
): Promise<Assessment> {
  const assessment = await findAnyAssessment(db, id)
  if (!assessment) throw new Refusal('assessment-not-found')
  return assessment
}

/** How far an assessment is; nothing else of it is read, as every employee asks. */
export async function stateOf(
  { db }: Reach,
  id: AssessmentId,
): Promise<Assessment['state'] | undefined> {
  return findState(db, id)
}

/** Every assessment in one state, for the clock: no person asks. */
export async function everyAssessmentIn<State extends Assessment['state']>(
  { db }: Reach,
  state: State,
): Promise<readonly Extract<Assessment, { state: State }>[]> {
  return listInState(db, state)
}
