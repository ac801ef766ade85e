import { smallestGroup } from '#surveys/focus-group-form.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForGroups, planForHeldGroups } from '../assessments/plan-for-groups.ts'
import type { GroupSessionId } from '../group-studies/contract.ts'
import { Refusal } from '../refusal.ts'
import { findRosterNames } from '../roster-names/roster-names.ts'
import type { Services } from '../services.ts'
import type { RoomKit, SessionNotes } from './contract.ts'
import { receiptOf } from './hand-in-notes.ts'
import { ownSession } from './own-session.ts'
import { findNotes } from './store.ts'

type Reach = Pick<Services, 'db'>

/**
 * What the page in the room takes along, for the facilitator who holds the session.
 *
 * @throws Refusal 'not-your-session', or 'session-not-invited' while nobody can come
 */
export async function roomKit(
  { db, config }: Reach & Pick<Services, 'config'>,
  facilitator: Facilitator,
  id: AssessmentId,
  session: GroupSessionId,
): Promise<RoomKit> {
  const plan = await planForHeldGroups({ db }, facilitator, id)
  const found = await ownSession({ db }, facilitator, id, session)
  const receipt = await receiptOf(db, id, session)
  const isOpen = found.state === 'invited' || found.state === 'held'
  if (!isOpen && !receipt) throw new Refusal('session-not-invited')
  const contacts = plan.contacts[found.language] ?? Object.values(plan.contacts)[0] ?? []
  const names = findRosterNames({ config }, id)
  return { assessment: plan, session: found, contacts, names, receipt }
}

/** What was noted in a session, for facilitators alone: any of them may code it. */
export async function notesOf(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  session: GroupSessionId,
): Promise<SessionNotes> {
  await planForGroups({ db }, facilitator, id)
  const notes = await findNotes(db, id, session)
  if (!notes) throw new Refusal('session-not-found')
  return { ...notes, counted: notes.participants >= smallestGroup }
}
