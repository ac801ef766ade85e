import { Kysely, SqliteDialect } from 'kysely'
import { openSqliteFile } from './sqlite-file.ts'

/**
 * Opens an embedded SQLite file for Kysely, in the thread that asks.
 *
 * `synchronous=FULL`: what was acknowledged survives a power cut. `secure_delete` and a
 * truncated rollback journal instead of a write-ahead log: what was replaced or removed does
 * not stay readable in the files. What a statement sets aside stays in memory: a temporary file
 * would be left in free space.
 *
 * @param pageBytes the unit the file is read and written in; decided when a file is made
 */
export function openSqlite<Tables>(path: string, pageBytes = 4_096): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: openSqliteFile(path, pageBytes) }),
  })
}
