import type { Member } from '../accounts/access.ts'
import { Refusal, type RefusalCode } from '../refusal.ts'
import type { Services } from '../services.ts'
import { removeAgreement, saveAgreement } from './agreements/store.ts'
import type { Assessment, AssessmentId, Matter, OpenAssessment } from './contract.ts'
import { assessmentOf } from './find-assessment.ts'
import { mayFollow } from './states.ts'

type Reach = Pick<Services, 'db'>

/**
 * One of the two sides agrees, and is on record with a name. It holds in the present state
 * only: nobody is taken at a word given to something else.
 *
 * @returns the assessment with what has been agreed to so far
 */
export async function agree(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  matter: Matter,
): Promise<Assessment> {
  const assessment = await assessmentOf({ db }, member, id)
  requireOpenMatter(assessment, matter)
  await saveAgreement(db, assessment, matter, member)
  return assessmentOf({ db }, member, id)
}

/** Takes one's own word back while the other side has not given theirs. */
export async function disagree(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  matter: Matter,
): Promise<Assessment> {
  const assessment = await assessmentOf({ db }, member, id)
  requireOpenMatter(assessment, matter)
  await removeAgreement(db, assessment, matter, member)
  return assessmentOf({ db }, member, id)
}

/** What both sides agreed to has been done; next time they agree anew. */
export async function forgetAgreements(
  { db }: Reach,
  assessment: Assessment,
  matter: Matter,
): Promise<void> {
  for (const role of ['organiser', 'employee-side'] as const) {
    await removeAgreement(db, assessment, matter, { role })
  }
}

/** Whether both sides agree in the present state. */
export function haveBothAgreed({ agreed }: Assessment, matter: Matter): boolean {
  const roles = new Set(
    agreed.filter((one) => one.matter === matter).map(({ role }) => role),
  )
  return roles.has('organiser') && roles.has('employee-side')
}

/** From the promised last day one person may end the asking; before it takes two. */
export function mayClose(assessment: OpenAssessment, today: string): boolean {
  const { closesOn } = assessment
  return (closesOn !== null && today >= closesOn) || haveBothAgreed(assessment, 'close')
}

const leadsTo = {
  close: 'closed',
  release: 'released',
  abort: 'aborted',
  resume: 'closed',
} as const
const notInState: Readonly<Record<Matter, RefusalCode>> = {
  close: 'assessment-not-open',
  release: 'assessment-not-tallied',
  abort: 'assessment-already-ended',
  resume: 'assessment-not-open',
}

function requireOpenMatter({ state }: Assessment, matter: Matter): void {
  if (!mayFollow(state, leadsTo[matter])) throw new Refusal(notInState[matter])
}
