import { createHash } from 'node:crypto'
import { canonicalNotes, type RoomNotes } from '#surveys/focus-groups/room-notes.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForHeldGroups } from '../assessments/plan-for-groups.ts'
import type { OfficeDatabase } from '../database/office.ts'
import type { GroupSessionId } from '../group-studies/contract.ts'
import { holdSession, stayHeld } from '../group-studies/move-session.ts'
import { Refusal } from '../refusal.ts'
import { rosterOf } from '../roster-names/roster-names.ts'
import type { Services } from '../services.ts'
import type { HandIn, Receipt } from './contract.ts'
import { ownSession } from './own-session.ts'
import { readNotes } from './read-notes.ts'
import { findNotes, saveNotes } from './store.ts'

/**
 * Takes the notes of a session, all or none, and says what it has now. Sent again by the same
 * device they change nothing; with more in them they take the place of what was there. The
 * first time the session becomes one that was held.
 *
 * @throws Refusal 'notes-already-handed-in' when another device has handed in or coding has
 *   begun; what `holdSession` and `readNotes` refuse
 */
export async function handInNotes(
  { db, clock, config }: Pick<Services, 'db' | 'clock' | 'config'>,
  facilitator: Facilitator,
  id: AssessmentId,
  session: GroupSessionId,
  handed: HandIn,
): Promise<Receipt> {
  const roster = rosterOf({ config }, id)
  const thisYear = clock.now().getUTCFullYear()
  const notes = readNotes(handed, { thisYear, ...(roster && { roster }) })
  return db.transaction().execute(async (transaction) => {
    await planForHeldGroups({ db: transaction }, facilitator, id)
    const { state } = await ownSession({ db: transaction }, facilitator, id, session)
    const isHeld = state === 'held'
    // Notes that are being coded must not change below the codes.
    if (isHeld && !(await stayHeld(transaction, session))) refuseBeyond()
    if (!isHeld) {
      if (beyondHeld.includes(state)) refuseBeyond()
      const reach = { db: transaction, clock }
      await holdSession(reach, facilitator, id, session, handed.powerCheck)
    }
    const isFirst = await saveNotes(transaction, id, session, handed.notebook, notes)
    if (!isFirst) throw new Refusal('notes-already-handed-in')
    const receipt = await receiptOf(transaction, id, session)
    if (!receipt) throw new Error('expected the notes that were just stored')
    return receipt
  })
}

/** What was stored of a session, read back from where it is; null where nothing was. */
export async function receiptOf(
  db: OfficeDatabase,
  id: AssessmentId,
  session: GroupSessionId,
): Promise<Receipt | null> {
  const stored = await findNotes(db, id, session)
  return stored ? { segments: stored.segments.length, digest: digestOf(stored) } : null
}

const beyondHeld: readonly string[] = ['coded', 'verified', 'locked']

function refuseBeyond(): never {
  throw new Refusal('notes-already-handed-in')
}

const digestOf = (notes: RoomNotes): string =>
  createHash('sha256').update(canonicalNotes(notes)).digest('hex')
