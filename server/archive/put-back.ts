import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { isPostgres, openDatabase } from '../database/engine.ts'
import { migrate, type StoreSchema } from '../database/migrate.ts'
import { type ArchivedTable, ArchiveProblem, type Heading } from './contents.ts'
import { type AnyDatabase, putRows } from './copy-tables.ts'
import { settleFolder } from './write-archive.ts'

/**
 * Puts tables into an empty place, of whichever engine, and brings them to the newest schema.
 * The tables are made as they were when the archive was, so that an old archive goes the same
 * way as an old database. Whatever happens on the way, there is all of it or nothing: an SQLite
 * file gets its name when it is whole, PostgreSQL takes all rows in one transaction.
 *
 * @param address as `openDatabase` takes it
 * @throws ArchiveProblem when the place is not empty, or the archive is of a later version
 */
export async function putBack(
  address: string,
  schema: StoreSchema,
  heading: Heading,
  tables: AsyncIterable<ArchivedTable>,
): Promise<void> {
  refuseLater(schema, heading)
  if (isPostgres(address)) return intoDatabase(address, schema, heading, tables)
  if (existsSync(address)) throw notEmpty(address)
  mkdirSync(dirname(address), { recursive: true, mode: 0o700 })
  const draft = `${address}.${randomBytes(4).toString('hex')}.unfinished`
  try {
    await intoDatabase(draft, schema, heading, tables)
    await rm(`${draft}-journal`, { force: true })
    if (existsSync(address)) throw notEmpty(address)
    await rename(draft, address)
    await settleFolder(dirname(address))
  } catch (error) {
    for (const left of [draft, `${draft}-journal`]) await rm(left, { force: true })
    throw error
  }
}

async function intoDatabase(
  address: string,
  schema: StoreSchema,
  heading: Heading,
  tables: AsyncIterable<ArchivedTable>,
): Promise<void> {
  const db: AnyDatabase = openDatabase(address, schema.pageBytes)
  try {
    await refuseFull(db, address)
    await migrate(db, schema.migrations, heading.schema.at(-1))
    await db.transaction().execute(async (transaction) => {
      await refuseFull(transaction, address)
      for await (const table of tables) {
        for await (const rows of table.rows) await putRows(transaction, table, rows)
      }
    })
    await migrate(db, schema.migrations)
  } finally {
    await db.destroy()
  }
}

function refuseLater({ migrations }: StoreSchema, heading: Heading): void {
  const known = Object.keys(migrations)
  if (heading.schema.every((name, at) => name === known[at])) return
  throw new ArchiveProblem(
    'The backup was made by a later version of Groundwork: put it back with that one.',
  )
}

/** Tables without rows are what an interrupted attempt leaves on PostgreSQL. */
async function refuseFull(db: AnyDatabase, address: string): Promise<void> {
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) throw notEmpty(address)
  }
}

function notEmpty(address: string): ArchiveProblem {
  const place = isPostgres(address) ? 'the PostgreSQL database' : address
  return new ArchiveProblem(
    `A backup is put back into an empty place, and there is something at ${place}: move it away first, or set another place.`,
  )
}
