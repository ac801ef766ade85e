import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

/** What the library writes down as the time of a migration must be a time; it is nobody's. */
const noTime = '1970-01-01T00:00:00.000Z'

/**
 * Brings a database to the newest schema. Safe to call at every start. Keeps no time: beside
 * answers there is none, not even that of the installation.
 */
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
  await sql`update kysely_migration set timestamp = ${noTime} where timestamp <> ${noTime}`.execute(
    db,
  )
}
