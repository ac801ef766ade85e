import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Refusal } from '../refusal.ts'
import type { GroupSessionId } from './contract.ts'
import { listSessions, saveState } from './store.ts'

/**
 * Takes sessions that were held into coding: from now on their notes stay as they are. To be
 * called within a transaction.
 *
 * @throws Refusal 'session-not-found' when one is not held by now
 */
export async function codeSessions(
  db: OfficeDatabase,
  sessions: readonly GroupSessionId[],
): Promise<void> {
  for (const session of sessions) {
    const moved = await saveState(db, session, 'held', 'coded')
    if (!moved) throw new Refusal('session-not-found')
  }
}

/** Marks every coded session as one whose themes participants were asked about. */
export async function verifySessions(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<void> {
  await moveAll(db, assessment, 'coded', 'verified')
}

/** Locks every coded session with its study. */
export async function lockSessions(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<void> {
  await moveAll(db, assessment, 'coded', 'locked')
  await moveAll(db, assessment, 'verified', 'locked')
}

async function moveAll(
  db: OfficeDatabase,
  assessment: AssessmentId,
  from: 'coded' | 'verified',
  to: 'verified' | 'locked',
): Promise<void> {
  for (const { id, state } of await listSessions(db, assessment)) {
    if (state === from) await saveState(db, id, from, to)
  }
}
