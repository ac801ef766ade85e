import { join } from 'node:path'
import { makeArchiveKey } from '../../archive/archive-key.ts'
import { type ArchivedTable, ArchiveProblem, type Row } from '../../archive/contents.ts'
import {
  copied,
  copiesOf,
  readTables,
  type TableAsItWas,
} from '../../archive/copy-tables.ts'
import { openAsItIs } from '../../archive/open-as-it-is.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import type { BallotBoxConfig } from '../../config.ts'
import { type BallotDatabase, ballotSchema } from '../../database/ballots.ts'
import { slotsAnew } from '../slots/copy-slots.ts'
import { openSlotStore, type SlotStore } from '../slots/open-slots.ts'
import { NoSlots } from '../slots/reach-slots.ts'
import { DamagedBucket } from '../slots/sealed-bucket.ts'
import { StoreKeys } from '../slots/store-keys.ts'
import { boxTables, isOver, layoutsForBackup } from './box-rows.ts'

/** Where a ballot box is kept. */
export type BoxPlace = Pick<BallotBoxConfig, 'database' | 'dataFolder'>

/**
 * Writes a backup of the ballot box while people cast. Every slot is sealed anew in it, and
 * nothing in the store changes. No key is in it.
 *
 * @param withoutKeys leaves out the slots of a survey that goes on and has no key file
 * @returns how many rows it has
 * @throws ArchiveProblem
 */
export async function backUpBox(
  { database, dataFolder }: BoxPlace,
  path: string,
  withoutKeys: boolean,
): Promise<number> {
  const db = await openAsItIs(database, ballotSchema)
  const ballots = db as unknown as BallotDatabase
  const store = openSlotStore(ballots, new StoreKeys(join(dataFolder, 'keys')))
  try {
    const tables = await readTables(db, boxTables)
    if (!withoutKeys) refuseKeyless(tables, store.keys)
    const heading = {
      archive: 'groundwork-backup-1',
      store: 'ballot-box',
      schema: Object.keys(ballotSchema.migrations),
    } as const
    const key = makeArchiveKey(dataFolder)
    return await writeArchive(path, { heading, key }, tablesOf(store, tables))
  } catch (error) {
    throw explained(error)
  } finally {
    await db.destroy()
  }
}

async function* tablesOf(
  store: SlotStore,
  tables: readonly TableAsItWas[],
): AsyncGenerator<ArchivedTable> {
  const layouts = layoutsForBackup(store.keys)
  const boxes = tables.find(({ name }) => name === 'slot_box')?.rows ?? []
  for (const table of tables) yield copied(table, { slot_box: layouts })
  yield {
    name: 'slot_bucket',
    columns: ['assessment_id', 'bucket', 'sealed'],
    rows: bucketsOf(store, copiesOf(boxes, layouts)),
  }
}

async function* bucketsOf(
  store: SlotStore,
  boxes: readonly Row[],
): AsyncGenerator<readonly Row[]> {
  for (const box of boxes) {
    const assessment = String(box['assessment_id'])
    for await (const buckets of slotsAnew(store, assessment)) {
      yield buckets.map(({ row, sealed }) => ({
        assessment_id: assessment,
        bucket: row,
        sealed,
      }))
    }
  }
}

/** A backup without the slots of a survey that goes on would look like one that has them. */
function refuseKeyless(tables: readonly TableAsItWas[], keys: StoreKeys): void {
  const boxes = tables.find(({ name }) => name === 'box')?.rows ?? []
  const lost = boxes.find(
    (row) => !isOver(row) && keys.read(String(row['assessment_id'])) === null,
  )
  if (!lost) return
  throw new ArchiveProblem(
    `There is no key file for the survey ${lost['assessment_id']}, which goes on: nothing was written. If it has just ended, try again; to leave its slots out, add --without-keys.`,
  )
}

function explained(error: unknown): unknown {
  if (error instanceof NoSlots) {
    return new ArchiveProblem('A survey ended meanwhile: nothing was written, try again.')
  }
  if (!(error instanceof DamagedBucket)) return error
  const { assessment, unit, bucket } = error
  return new ArchiveProblem(
    `Bucket ${bucket} of unit ${unit} in survey ${assessment} was changed by somebody without the key: nothing was written.`,
  )
}
