import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'

/**
 * Opens an embedded SQLite file for Kysely.
 *
 * `synchronous=FULL`: what was acknowledged survives a power cut. `secure_delete` and a
 * truncated rollback journal instead of a write-ahead log: what was replaced or removed does
 * not stay readable in the files.
 */
export function openSqlite<Tables>(path: string): Kysely<Tables> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path, { timeout: 5_000 })
  database.exec(`
    pragma journal_mode = truncate;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma foreign_keys = on;
  `)
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: forKysely(database) }),
  })
}

/** Node's own SQLite in the shape that Kysely's dialect calls. */
function forKysely(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...storable(parameters)),
        run: (parameters) => {
          const { changes, lastInsertRowid } = statement.run(...storable(parameters))
          return { changes, lastInsertRowid }
        },
        iterate: (parameters) => statement.iterate(...storable(parameters)),
      }
    },
  }
}

type Storable = string | number | bigint | null | Uint8Array

function storable(parameters: readonly unknown[]): readonly Storable[] {
  return parameters.map((value) => {
    if (typeof value === 'boolean') return value ? 1 : 0
    if (value instanceof Date) return value.toISOString()
    if (isStorable(value)) return value
    throw new RangeError(`expected a value SQLite can hold, got ${typeof value}`)
  })
}

function isStorable(value: unknown): value is Storable {
  return (
    value === null ||
    value instanceof Uint8Array ||
    ['string', 'number', 'bigint'].includes(typeof value)
  )
}
