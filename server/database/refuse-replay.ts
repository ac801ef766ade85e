import type { Kysely } from 'kysely'
import { Refusal } from '../refusal.ts'
import { engineOf } from './engine.ts'
import { postgresFaults } from './postgres-faults.ts'

/**
 * Lets no survey open on a server that is set up to keep who came when, or to lose what it
 * acknowledged. Nothing of the sort is kept by SQLite.
 *
 * @throws Refusal `database-unfit` naming each setting of PostgreSQL, and what it should be
 */
export async function refuseReplay<Tables>(db: Kysely<Tables>): Promise<void> {
  if (engineOf(db) === 'sqlite') return
  const faults = await postgresFaults(db)
  if (faults.length === 0) return
  const problems = faults.map(({ setting, value, wanted }) => ({
    where: setting,
    expected: `${wanted.join(' / ')} (${value})`,
  }))
  throw new Refusal('database-unfit', problems)
}
