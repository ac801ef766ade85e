import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

/** Brings a database to the newest schema. Safe to call at every start. */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
