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

/** @throws when the bucket is no longer there */
export async function saveBucket(
  db: BallotDatabase,
  assessment: string,
  { row, sealed }: BucketRow,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('slot_bucket')
    .set({ sealed })
    .where('assessment_id', '=', assessment)
    .where('bucket', '=', row)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('the slots are gone')
}

export async function removeSlots(db: BallotDatabase, assessment: string): Promise<void> {
  await db.deleteFrom('slot_bucket').where('assessment_id', '=', assessment).execute()
  await db.deleteFrom('slot_box').where('assessment_id', '=', assessment).execute()
}
