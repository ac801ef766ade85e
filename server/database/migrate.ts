import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

/** What the library writes down as the time of a migration must be a time; it is nobody's. */
const noTime = '1970-01-01T00:00:00.000Z'

/** How the tables of a store came to be as they are, and how its file is laid out. */
export interface StoreSchema {
  /** by name, in the order of their names */
  readonly migrations: Readonly<Record<string, Migration>>
  /** see `openSqlite` */
  readonly pageBytes: number
}

/**
 * Brings a database to the newest schema. Safe to call at every start. Keeps no time: beside
 * answers there is none, not even that of the installation.
 *
 * @param upTo the name of an earlier migration to end with, in a database that is not beyond it
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
  upTo?: string,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  })
  const { error } = await (upTo === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(upTo))
  if (error) throw error
  await sql`update kysely_migration set timestamp = ${noTime} where timestamp <> ${noTime}`.execute(
    db,
  )
}
