import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { engineOf } from '../../database/engine.ts'
import type { OfficeDatabase } from '../../database/office.ts'

/** A unit and how many places it has. */
export interface UnitPlaces {
  readonly id: string
  readonly headcount: number
}

/** Lets one writer at a time change the participation of an assessment, in any process. */
export async function lockParticipation(
  db: OfficeDatabase,
  assessment: string,
): Promise<void> {
  if (engineOf(db) === 'sqlite') return
  const words = `groundwork participation\n${assessment}`
  const name = createHash('sha256').update(words).digest().readBigInt64BE(0)
  await sql`select pg_advisory_xact_lock(${name})`.execute(db)
}

export async function findUnits(
  db: OfficeDatabase,
  assessment: string,
): Promise<readonly UnitPlaces[] | undefined> {
  const row = await db
    .selectFrom('participation_box')
    .select('units')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row && JSON.parse(row.units)
}

export async function findEpoch(
  db: OfficeDatabase,
  assessment: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('participation_box')
    .select('epoch')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row?.epoch
}

export async function saveEpoch(
  db: OfficeDatabase,
  assessment: string,
  epoch: number,
): Promise<void> {
  await db
    .updateTable('participation_box')
    .set({ epoch })
    .where('assessment_id', '=', assessment)
    .executeTakeFirstOrThrow()
}

export async function saveNewParticipation(
  db: OfficeDatabase,
  assessment: string,
  units: readonly UnitPlaces[],
  epoch: number,
): Promise<void> {
  const kept = units.map(({ id, headcount }) => ({ id, headcount }))
  await db
    .insertInto('participation_box')
    .values({ assessment_id: assessment, units: JSON.stringify(kept), epoch })
    .execute()
}

export async function insertBlob(
  db: OfficeDatabase,
  assessment: string,
  unit: string,
  sealed: Uint8Array,
): Promise<void> {
  await db
    .insertInto('participation_blob')
    .values({ assessment_id: assessment, unit_id: unit, sealed })
    .execute()
}

export async function findBlob(
  db: OfficeDatabase,
  assessment: string,
  unit: string,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('participation_blob')
    .select('sealed')
    .where('assessment_id', '=', assessment)
    .where('unit_id', '=', unit)
    .executeTakeFirst()
  return row?.sealed
}

/** @throws when the blob is no longer there */
export async function saveBlob(
  db: OfficeDatabase,
  assessment: string,
  unit: string,
  sealed: Uint8Array,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('participation_blob')
    .set({ sealed })
    .where('assessment_id', '=', assessment)
    .where('unit_id', '=', unit)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('the participation is gone')
}

export async function removeParticipation(
  db: OfficeDatabase,
  assessment: string,
): Promise<void> {
  await db
    .deleteFrom('participation_blob')
    .where('assessment_id', '=', assessment)
    .execute()
  await db
    .deleteFrom('participation_box')
    .where('assessment_id', '=', assessment)
    .execute()
}
