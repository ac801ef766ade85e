import type { Kysely } from 'kysely'
import type { BallotBoxTables } from '../ballot-box/tables.ts'
import { migrate } from './migrate.ts'
import { ballotBox } from './migrations/0001-ballot-box.ts'
import { openSqlite } from './sqlite.ts'

/** Answers, and nothing that knows who was asked: a database of its own. */
export type BallotDatabase = Kysely<BallotBoxTables>

export async function openBallots(path: string): Promise<BallotDatabase> {
  const db = openSqlite<BallotBoxTables>(path)
  await migrate(db, { '0001-ballot-box': ballotBox })
  return db
}
