import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { engineOf } from './engine.ts'

/**
 * Until the transaction ends nobody else comes past the same words, in whichever process. On
 * SQLite the transaction itself sees to that; on PostgreSQL an advisory lock.
 */
export async function oneAtATime<Tables>(
  db: Kysely<Tables>,
  words: string,
): Promise<void> {
  if (engineOf(db) === 'sqlite') return
  const name = createHash('sha256').update(`groundwork turn\n${words}`).digest()
  await sql`select pg_advisory_xact_lock(${name.readBigInt64BE(0)})`.execute(db)
}
