import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { BallotDatabase } from '../../database/ballots.ts'
import { engineOf } from '../../database/engine.ts'
import { type Layout, layOut, type UnitSize } from './layout.ts'

/** One bucket as the database holds it. */
export interface BucketRow {
  readonly row: number
  readonly sealed: Uint8Array
}

export interface NewSlots {
  readonly units: readonly UnitSize[]
  readonly slotBytes: number
  readonly epoch: number
}

/**
 * Lets one writer at a time change the slots of an assessment, whatever process it is in. On
 * SQLite the transaction itself does. On PostgreSQL an advisory lock: a lock on a row would be
 * written into it.
 */
export async function lockSlots(db: BallotDatabase, assessment: string): Promise<void> {
  if (engineOf(db) === 'sqlite') return
  const name = createHash('sha256').update(`groundwork slots\n${assessment}`).digest()
  await sql`select pg_advisory_xact_lock(${name.readBigInt64BE(0)})`.execute(db)
}

export async function findLayout(
  db: BallotDatabase,
  assessment: string,
): Promise<Layout | undefined> {
  const row = await db
    .selectFrom('slot_box')
    .select(['units', 'slot_bytes'])
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row && layOut(JSON.parse(row.units), row.slot_bytes)
}

export async function findEpoch(
  db: BallotDatabase,
  assessment: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('slot_box')
    .select('epoch')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row?.epoch
}

export async function saveEpoch(
  db: BallotDatabase,
  assessment: string,
  epoch: number,
): Promise<void> {
  await db
    .updateTable('slot_box')
    .set({ epoch })
    .where('assessment_id', '=', assessment)
    .executeTakeFirstOrThrow()
}

/** Lays out the slots of an assessment; `epoch` as its key file has it. */
export async function saveLayout(
  db: BallotDatabase,
  assessment: string,
  { units, slotBytes, epoch }: NewSlots,
): Promise<void> {
  const kept = units.map(({ id, headcount }) => ({ id, headcount }))
  await db
    .insertInto('slot_box')
    .values({
      assessment_id: assessment,
      units: JSON.stringify(kept),
      slot_bytes: slotBytes,
      epoch,
    })
    .execute()
}

export async function insertBucket(
  db: BallotDatabase,
  assessment: string,
  { row, sealed }: BucketRow,
): Promise<void> {
  await db
    .insertInto('slot_bucket')
    .values({ assessment_id: assessment, bucket: row, sealed })
    .execute()
}

export async function findBuckets(
  db: BallotDatabase,
  assessment: string,
  rows: readonly number[],
): Promise<readonly BucketRow[]> {
  if (rows.length === 0) return []
  const found = await db
    .selectFrom('slot_bucket')
    .select(['bucket', 'sealed'])
    .where('assessment_id', '=', assessment)
    .where('bucket', 'in', rows)
    .execute()
  return found.map(({ bucket, sealed }) => ({ row: bucket, sealed }))
}

/**
 * Writes buckets, in one transaction of the caller's.
 *
 * @throws when one of them is no longer there
 */
export async function saveBuckets(
  db: BallotDatabase,
  assessment: string,
  buckets: readonly BucketRow[],
): Promise<void> {
  const written =
    engineOf(db) === 'postgres'
      ? await updateTogether(db, assessment, buckets)
      : await updateEach(db, assessment, buckets)
  if (written !== buckets.length) throw new Error('the slots are gone')
}

/** One after the other: SQLite would copy what a statement lists, and its thread is near. */
async function updateEach(
  db: BallotDatabase,
  assessment: string,
  buckets: readonly BucketRow[],
): Promise<number> {
  let written = 0
  for (const { row, sealed } of buckets) {
    const { numUpdatedRows } = await db
      .updateTable('slot_bucket')
      .set({ sealed })
      .where('assessment_id', '=', assessment)
      .where('bucket', '=', row)
      .executeTakeFirstOrThrow()
    written += Number(numUpdatedRows)
  }
  return written
}

/** All that is on its way to PostgreSQL is in memory several times. */
const bucketsAtOnce = 16

/** PostgreSQL answers each statement with a round trip, for which the other casts wait. */
async function updateTogether(
  db: BallotDatabase,
  assessment: string,
  buckets: readonly BucketRow[],
): Promise<number> {
  let written = 0
  for (let first = 0; first < buckets.length; first += bucketsAtOnce) {
    const values = buckets
      .slice(first, first + bucketsAtOnce)
      .map(({ row, sealed }) => sql`(${row}::integer, ${sealed}::bytea)`)
    const { numAffectedRows } = await sql`
      update slot_bucket set sealed = anew.column2
      from (values ${sql.join(values)}) as anew
      where assessment_id = ${assessment} and bucket = anew.column1`.execute(db)
    written += Number(numAffectedRows)
  }
  return written
}

export async function removeSlots(db: BallotDatabase, assessment: string): Promise<void> {
  await db.deleteFrom('slot_bucket').where('assessment_id', '=', assessment).execute()
  await db.deleteFrom('slot_box').where('assessment_id', '=', assessment).execute()
}
