import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { isPostgres, openDatabase } from '../database/engine.ts'
import type { StoreSchema } from '../database/migrate.ts'
import { ArchiveProblem } from './contents.ts'
import type { AnyDatabase } from './copy-tables.ts'

/**
 * Opens a store that is there, beside the process that serves it, without changing anything.
 *
 * @throws ArchiveProblem when there is none, or it belongs to another version of Groundwork
 */
export async function openAsItIs(
  address: string,
  schema: StoreSchema,
): Promise<AnyDatabase> {
  if (!isPostgres(address) && !existsSync(address)) {
    throw new ArchiveProblem(
      `There is no database at ${address}: is this the machine, and are these the settings, that Groundwork runs with?`,
    )
  }
  const db: AnyDatabase = openDatabase(address, schema.pageBytes)
  try {
    await refuseOtherVersion(db, schema)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function refuseOtherVersion(
  db: AnyDatabase,
  { migrations }: StoreSchema,
): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  const isOurs = tables.some(({ name }) => name === 'kysely_migration')
  const { rows } = isOurs
    ? await sql<{
        name: string
      }>`select name from kysely_migration order by name`.execute(db)
    : { rows: [] }
  const made = rows.map(({ name }) => name).join()
  if (made === Object.keys(migrations).join()) return
  throw new ArchiveProblem(
    'The database was made by another version of Groundwork: start this one once, or use the other.',
  )
}
