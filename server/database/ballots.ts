import type { Kysely } from 'kysely'
import type { SlotTables } from '../ballot-box/slots/tables.ts'
import type { BallotBoxTables } from '../ballot-box/tables.ts'
import { openDatabase } from './engine.ts'
import { migrate, type StoreSchema } from './migrate.ts'
import { ballotBox } from './migrations/0001-ballot-box.ts'
import { slots } from './migrations/0002-slots.ts'
import { boxes } from './migrations/0003-boxes.ts'
import { unitKeys } from './migrations/0004-unit-keys.ts'
import { commands } from './migrations/0028-commands.ts'

/** Answers, and nothing that knows who was asked: a database of its own. */
export type BallotDatabase = Kysely<BallotBoxTables & SlotTables>

/** Buckets are large: a larger page costs a third less to write. */
export const ballotSchema: StoreSchema = {
  pageBytes: 16_384,
  migrations: {
    '0001-ballot-box': ballotBox,
    '0002-slots': slots,
    '0003-boxes': boxes,
    '0004-unit-keys': unitKeys,
    '0028-commands': commands,
  },
}

/** @param address the path of an SQLite file, or `postgres://…` */
export async function openBallots(address: string): Promise<BallotDatabase> {
  const { migrations, pageBytes } = ballotSchema
  const db = openDatabase<BallotBoxTables & SlotTables>(address, pageBytes)
  await migrate(db, migrations)
  return db
}
