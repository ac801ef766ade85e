import type { Facilitator, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForHeldGroups } from '../assessments/plan-for-groups.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { GroupSessionId, PowerCheck } from './contract.ts'
import { dayOf } from './plan-session.ts'
import { refuseUncheckedPower } from './power-check.ts'
import { refuseUnready } from './readiness.ts'
import {
  listSessions,
  removeSession,
  type StoredSession,
  saveHeld,
  saveState,
} from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/** Opens the seats of a planned session: from now on it stands on the page where they are taken. */
export async function inviteToSession(
  { db, clock }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  session: GroupSessionId,
): Promise<void> {
  await planForHeldGroups({ db }, organiser, id)
  const { state, day } = await sessionOf({ db }, id, session)
  if (state !== 'planned') throw new Refusal('session-not-planned')
  if (day < dayOf(clock.now())) throw new Refusal('day-in-the-past')
  const first = await saveState(db, session, 'planned', 'invited')
  if (!first) throw new Refusal('session-not-planned')
}

/** Takes a planned session away; one that people were invited to is cancelled, for them to see. */
export async function callOffSession(
  { db }: Pick<Reach, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
  session: GroupSessionId,
): Promise<void> {
  await planForHeldGroups({ db }, organiser, id)
  const { state } = await sessionOf({ db }, id, session)
  const done =
    state === 'planned'
      ? await removeSession(db, session, 'planned')
      : await saveState(db, session, 'invited', 'cancelled')
  if (!done) throw new Refusal('session-not-invited')
}

/**
 * Begins a session on its day: its facilitator is ready and has seen who is in the room.
 *
 * @throws Refusal 'not-your-session', 'session-not-invited', 'session-not-today',
 *   'conduct-not-signed' or 'power-check-missing'
 */
export async function holdSession(
  { db, clock }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  session: GroupSessionId,
  powerCheck: PowerCheck,
): Promise<void> {
  await planForHeldGroups({ db }, facilitator, id)
  const { state, day, facilitator: whose } = await sessionOf({ db }, id, session)
  if (whose !== facilitator.userId) throw new Refusal('not-your-session')
  if (state !== 'invited') throw new Refusal('session-not-invited')
  const today = dayOf(clock.now())
  if (today < day) throw new Refusal('session-not-today')
  await refuseUnready({ db }, facilitator)
  refuseUncheckedPower(powerCheck)
  if (!(await saveHeld(db, session, today))) throw new Refusal('session-not-invited')
}

/**
 * Keeps a held session from being taken into coding until the transaction ends.
 *
 * @returns false when it is in another state by now
 */
export async function stayHeld(
  db: OfficeDatabase,
  session: GroupSessionId,
): Promise<boolean> {
  return saveState(db, session, 'held', 'held')
}

async function sessionOf(
  { db }: Pick<Reach, 'db'>,
  assessment: AssessmentId,
  id: GroupSessionId,
): Promise<StoredSession> {
  const session = (await listSessions(db, assessment)).find((one) => one.id === id)
  if (!session) throw new Refusal('session-not-found')
  return session
}
