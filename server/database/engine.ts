import { Kysely, PostgresAdapter, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openSqlite } from './sqlite.ts'
import { openSqliteOnThread } from './sqlite-thread.ts'

/** The database engines an installation can be run on. */
export type Engine = 'sqlite' | 'postgres'

const postgresAddress = /^postgres(ql)?:\/\//
const bigintType = 20

/**
 * Opens a database by its address: `postgres://…` for a PostgreSQL server, anything else is
 * the path of an SQLite file. What is read and written through it is the same on both: text,
 * numbers and bytes.
 *
 * @param pageBytes see `openSqlite`
 */
export function openDatabase<Tables>(
  address: string,
  pageBytes?: number,
): Kysely<Tables> {
  if (isPostgres(address)) return openPostgres<Tables>(address)
  if (address === ':memory:') return openSqlite<Tables>(address, pageBytes)
  return openSqliteOnThread<Tables>(address, pageBytes)
}

/** Whether an address is that of a PostgreSQL database; otherwise it is a path. */
export function isPostgres(address: string): boolean {
  return postgresAddress.test(address)
}

/** @returns which engine a database was opened on */
export function engineOf<Tables>(db: Kysely<Tables>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}

/** @returns the column type for bytes on this engine */
export function bytesType<Tables>(db: Kysely<Tables>): 'bytea' | 'blob' {
  return engineOf(db) === 'postgres' ? 'bytea' : 'blob'
}

function openPostgres<Tables>(address: string): Kysely<Tables> {
  const pool = new pg.Pool({ connectionString: address, max: 10, types: asNumbers })
  // A lost connection fails the query that was under way and is replaced when one is next
  // needed. Without somebody to hear of it, it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** Counts come as numbers on both engines; ours stay far below 2⁵³. */
const asNumbers: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    type === bigintType ? Number : pg.types.getTypeParser(type, format as 'text'),
}
