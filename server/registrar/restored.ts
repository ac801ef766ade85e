import type { Member } from '../accounts/access.ts'
import { agree, forgetAgreements, haveBothAgreed } from '../assessments/agree.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import {
  assessmentOf,
  everyAssessmentIn,
  openAssessmentOf,
} from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import {
  acceptRestoredParticipation,
  raiseParticipationEpoch,
} from './participation/epoch.ts'
import { NoParticipation } from './participation/open-blobs.ts'
import type { Registrar } from './registrar.ts'
import { findResumed, saveResumed } from './store.ts'

type Reach = Pick<Services, 'db'> & { readonly registrar: Registrar }

/**
 * Looks whether the database was put back from an earlier copy: at every start, and every minute,
 * so that even a copy a minute old can be told. A database that was put back no longer knows who
 * collected since, and they could collect again: collecting stops, while ballots that were
 * collected can still be cast.
 */
export async function stopWhereRestored({ db, registrar }: Reach): Promise<void> {
  for (const { id } of await everyAssessmentIn({ db }, 'open')) {
    await stopIfRestored(registrar, id)
  }
}

/**
 * Looks at one assessment. From here on an earlier copy of the database is known as one. Where
 * both sides have agreed to go on, in whichever process, collecting goes on here as well.
 */
export async function stopIfRestored(
  registrar: Registrar,
  id: AssessmentId,
): Promise<void> {
  if (await moveOn(registrar, id)) registrar.stopped.delete(id)
  else registrar.stopped.add(id)
}

async function moveOn(registrar: Registrar, id: AssessmentId): Promise<boolean> {
  try {
    return await raiseParticipationEpoch(registrar.participation, id)
  } catch (error) {
    if (error instanceof NoParticipation) return false
    throw error
  }
}

/** Whether collecting has stopped because a database was put back. */
export async function hasStopped(
  { db, registrar }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<boolean> {
  await assessmentOf({ db }, member, id)
  return registrar.stopped.has(id)
}

/**
 * One of the two sides agrees to go on with what was put back, knowing that some may collect
 * twice. With the second, collecting goes on; how often that was is published with the results.
 *
 * @throws Refusal when nothing was put back, or when its key file is missing: then nobody can
 *   ever collect again
 */
export async function resumeCollecting(
  { db, registrar }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Assessment> {
  await openAssessmentOf({ db }, member, id)
  if (!registrar.stopped.has(id)) throw new Refusal('collecting-not-stopped')
  const assessment = await agree({ db }, member, id, 'resume')
  if (!haveBothAgreed(assessment, 'resume')) return assessment
  await saveResumed(db, id, (await findResumed(db, id)) + 1)
  await acceptRestoredParticipation(registrar.participation, id)
  registrar.stopped.delete(id)
  await forgetAgreements({ db }, assessment, 'resume')
  return assessmentOf({ db }, member, id)
}

/** How often collecting went on after a database had been put back, for the release. */
export function timesResumed(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<number> {
  return findResumed(db, id)
}
