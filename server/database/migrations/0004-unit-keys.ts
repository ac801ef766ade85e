import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The keys that a manifest names by their hashes. A manifest of the first version is forgotten:
 * it could only be an example's, no page answers to it any more, and giving the assessment up
 * destroys what was cast.
 */
export const unitKeys: Migration = {
  async up(db) {
    await db.schema.alterTable('box').addColumn('unit_keys', 'text').execute()
    await sql`update box set signed = null`.execute(db)
  },
}
