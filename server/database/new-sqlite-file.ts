import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** SQLite file format, "The Database Header": both say how often the file was written. */
const changeCounterAt = 24
const counterOfVersionAt = 92
const ourApplication = 0x47_77_6b_31

/**
 * Makes an SQLite file unless it is there. SQLite counts in the first page of a file how often
 * it was written, and so how many ballots came; the count begins somewhere at random and says
 * nothing to who does not know where.
 *
 * @param pageBytes the unit the file is read and written in; it cannot be changed later
 */
export function makeSqliteFile(path: string, pageBytes: number): void {
  if (path === ':memory:' || existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path)
  database.exec(`
    pragma page_size = ${pageBytes};
    pragma application_id = ${ourApplication};
  `)
  database.close()
  startCountAnywhere(path)
}

function startCountAnywhere(path: string): void {
  const count = randomBytes(4)
  const file = openSync(path, 'r+')
  try {
    writeSync(file, count, 0, 4, changeCounterAt)
    writeSync(file, count, 0, 4, counterOfVersionAt)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
