import { DatabaseSync } from 'node:sqlite'
import type { SqliteDatabase } from 'kysely'
import { makeSqliteFile } from './new-sqlite-file.ts'

/**
 * The file in the shape that Kysely's dialect calls; see `openSqlite`. Apart from it, because
 * the thread that holds a file would load the whole of Kysely for nothing.
 */
export function openSqliteFile(path: string, pageBytes: number): SqliteDatabase {
  makeSqliteFile(path, pageBytes)
  const database = new DatabaseSync(path, { timeout: 5_000 })
  database.exec(`
    pragma journal_mode = truncate;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma temp_store = memory;
    pragma foreign_keys = on;
  `)
  return forKysely(database)
}

/**
 * A transaction takes the right to write when it begins: one that takes it later can find the
 * file changed since it read.
 */
function forKysely(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
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
