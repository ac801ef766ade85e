import type { Selectable } from 'kysely'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import {
  type GroupSession,
  GroupSessionId,
  GroupStudy,
  SessionState,
} from './contract.ts'
import type { GroupStudyTables } from './tables.ts'

/** A session without the name of its facilitator, which accounts keep. */
export type StoredSession = Omit<GroupSession, 'facilitator'> & {
  readonly facilitator: string
}

export interface Conduct {
  readonly name: string
  readonly on: string
  readonly version: number
}

export async function findStudy(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<GroupStudy | undefined> {
  const row = await db
    .selectFrom('group_study')
    .select('study')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row && GroupStudy.parse(JSON.parse(row.study))
}

export async function saveStudy(
  db: OfficeDatabase,
  assessment: AssessmentId,
  study: GroupStudy,
): Promise<void> {
  const row = { study: JSON.stringify(study) }
  await db
    .insertInto('group_study')
    .values({ assessment_id: assessment, ...row })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet(row))
    .execute()
}

export async function listSessions(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly StoredSession[]> {
  const rows = await db
    .selectFrom('group_session')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('day')
    .orderBy('time')
    .orderBy('id')
    .execute()
  return rows.map(toSession)
}

export async function saveSession(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { facilitator, noteTaker, ...session }: StoredSession,
): Promise<void> {
  await db
    .insertInto('group_session')
    .values({
      ...session,
      assessment_id: assessment,
      facilitator_id: facilitator,
      note_taker: noteTaker ? 1 : 0,
      power_checked_on: null,
    })
    .execute()
}

/** @returns false when it is in another state by now */
export async function removeSession(
  db: OfficeDatabase,
  id: GroupSessionId,
  inState: SessionState,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('group_session')
    .where('id', '=', id)
    .where('state', '=', inState)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** @returns false when it is in another state by now */
export async function saveState(
  db: OfficeDatabase,
  id: GroupSessionId,
  from: SessionState,
  to: SessionState,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('group_session')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Marks a session as held, with the day its facilitator confirmed who was in the room. */
export async function saveHeld(
  db: OfficeDatabase,
  id: GroupSessionId,
  powerCheckedOn: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('group_session')
    .set({ state: 'held', power_checked_on: powerCheckedOn })
    .where('id', '=', id)
    .where('state', '=', 'invited')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function listConducts(
  db: OfficeDatabase,
  people: readonly string[],
): Promise<ReadonlyMap<string, Conduct>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('facilitator_conduct')
    .selectAll()
    .where('user_id', 'in', people)
    .execute()
  return new Map(
    rows.map(({ user_id, name, signed_on, version }) => [
      user_id,
      { name, on: signed_on, version },
    ]),
  )
}

export async function saveConduct(
  db: OfficeDatabase,
  person: string,
  { name, on, version }: Conduct,
): Promise<void> {
  const row = { name, signed_on: on, version }
  await db
    .insertInto('facilitator_conduct')
    .values({ user_id: person, ...row })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
    .execute()
}

function toSession(row: Selectable<GroupStudyTables['group_session']>): StoredSession {
  const { type, day, time, minutes, place, seats } = row
  const { mode, language } = row as Pick<StoredSession, 'mode' | 'language'>
  return {
    id: GroupSessionId.parse(row.id),
    state: SessionState.parse(row.state),
    type,
    day,
    time,
    minutes,
    place,
    seats,
    mode,
    language,
    noteTaker: row.note_taker === 1,
    facilitator: row.facilitator_id,
  }
}
