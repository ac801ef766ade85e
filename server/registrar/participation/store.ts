import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { bytesType, engineOf } from '../../database/engine.ts'
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

/** @returns sealed blobs by unit; without those that are not there */
export async function findBlobs(
  db: OfficeDatabase,
  assessment: string,
  units: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (units.length === 0) return new Map()
  const rows = await db
    .selectFrom('participation_blob')
    .select(['unit_id', 'sealed'])
    .where('assessment_id', '=', assessment)
    .where('unit_id', 'in', units)
    .execute()
  return new Map(rows.map(({ unit_id, sealed }) => [unit_id, sealed]))
}

const blobsAtOnce = 64

/**
 * Many in one statement: a round trip for each made the others wait.
 *
 * @param blobs by unit
 * @throws when one of them is no longer there
 */
export async function saveBlobs(
  db: OfficeDatabase,
  assessment: string,
  blobs: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const all = [...blobs]
  const bytes = sql.raw(bytesType(db))
  for (let first = 0; first < all.length; first += blobsAtOnce) {
    const some = all.slice(first, first + blobsAtOnce)
    const values = some.map(
      ([unit, sealed]) => sql`(cast(${unit} as text), cast(${sealed} as ${bytes}))`,
    )
    const { numAffectedRows } = await sql`
      update participation_blob set sealed = anew.column2
      from (values ${sql.join(values)}) as anew
      where assessment_id = ${assessment} and unit_id = anew.column1`.execute(db)
    if (numAffectedRows !== BigInt(some.length)) {
      throw new Error('the participation is gone')
    }
  }
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
