import type { Selectable } from 'kysely'
import { inNoOrder, type RoomNotes } from '#surveys/focus-groups/room-notes.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { GroupSessionId } from '../group-studies/contract.ts'
import { SessionNotes } from './contract.ts'
import type { GroupNotesTables } from './tables.ts'

/** What is stored of a session; undefined before its notes were handed in. */
export async function findNotes(
  db: OfficeDatabase,
  assessment: AssessmentId,
  session: GroupSessionId,
): Promise<RoomNotes | undefined> {
  return (await readNotes(db, assessment, [session])).get(session)
}

/** What is stored of every session of an assessment that was handed in. */
export async function listNotes(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<ReadonlyMap<GroupSessionId, RoomNotes>> {
  const rows = await db
    .selectFrom('group_notes')
    .select('session_id')
    .where('assessment_id', '=', assessment)
    .execute()
  const sessions = rows.map(({ session_id }) => GroupSessionId.parse(session_id))
  return readNotes(db, assessment, sessions)
}

async function readNotes(
  db: OfficeDatabase,
  assessment: AssessmentId,
  sessions: readonly GroupSessionId[],
): Promise<ReadonlyMap<GroupSessionId, RoomNotes>> {
  if (sessions.length === 0) return new Map()
  const rows = await db
    .selectFrom('group_notes')
    .selectAll()
    .where('session_id', 'in', sessions)
    .where('assessment_id', '=', assessment)
    .execute()
  const segments = await db
    .selectFrom('group_segment')
    .selectAll()
    .where('session_id', 'in', sessions)
    .execute()
  const votes = await db
    .selectFrom('group_vote')
    .selectAll()
    .where('session_id', 'in', sessions)
    .execute()
  return new Map(
    rows.map((row) => {
      const isOfSession = (one: { readonly session_id: string }): boolean =>
        one.session_id === row.session_id
      const notes = toNotes(row, segments.filter(isOfSession), votes.filter(isOfSession))
      return [GroupSessionId.parse(row.session_id), notes]
    }),
  )
}

function toNotes(
  row: Selectable<GroupNotesTables['group_notes']>,
  segments: readonly Selectable<GroupNotesTables['group_segment']>[],
  votes: readonly Selectable<GroupNotesTables['group_vote']>[],
): RoomNotes {
  const read = SessionNotes.omit({ counted: true }).parse({
    participants: row.participants,
    unitMix: row.unit_mix,
    distressProtocolUsed: row.distress_protocol_used === 1,
    memberCheck: row.member_check,
    asked: JSON.parse(row.asked),
    votes,
    segments,
  })
  return inNoOrder(read)
}

/**
 * Stores the notes of a session in place of what the same notebook handed in before. To be
 * called within a transaction: all of it is stored, or nothing.
 *
 * @returns false when another notebook has handed in
 */
export async function saveNotes(
  db: OfficeDatabase,
  assessment: AssessmentId,
  session: GroupSessionId,
  notebook: string,
  notes: RoomNotes,
): Promise<boolean> {
  const { segments, votes, asked, ...facts } = inNoOrder(notes)
  const row = {
    notebook,
    participants: facts.participants,
    unit_mix: facts.unitMix,
    distress_protocol_used: facts.distressProtocolUsed ? 1 : 0,
    member_check: facts.memberCheck,
    asked: JSON.stringify(asked),
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('group_notes')
    .values({ ...row, session_id: session, assessment_id: assessment })
    .onConflict((conflict) =>
      conflict
        .column('session_id')
        .doUpdateSet(row)
        .where('group_notes.notebook', '=', notebook),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await db.deleteFrom('group_segment').where('session_id', '=', session).execute()
  await db.deleteFrom('group_vote').where('session_id', '=', session).execute()
  for (const segment of segments) {
    const values = { ...segment, session_id: session }
    await db.insertInto('group_segment').values(values).execute()
  }
  for (const vote of votes) {
    await db
      .insertInto('group_vote')
      .values({ ...vote, session_id: session })
      .execute()
  }
  return true
}
