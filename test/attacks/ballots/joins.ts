import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Ledger, type Tried } from './tried.ts'

/** A column, and the values in it that are long enough to say something. */
interface Column {
  readonly name: string
  readonly values: ReadonlySet<string>
}

const shortest = 8

/**
 * Claim 2. Both databases of one survey are joined on every column of the one with every column
 * of the other. What they have in common is what everybody knows: the id of the survey, its
 * units and their public keys, its manifest. Short values and numbers are left out: rows of both are counted from
 * zero, and nothing in the ballot box that is not sealed changes when somebody casts
 * (`watching-organiser.ts`, `stolen-file.ts`).
 *
 * @param folder where a data folder was copied to
 * @param known what everybody may know
 */
export function joinDatabases(folder: string, known: readonly string[]): Tried {
  const office = columnsOf(join(folder, 'office.sqlite'))
  const box = columnsOf(join(folder, 'ballot-box', 'ballots.sqlite'))
  const ledger = new Ledger()
  for (const one of office) {
    for (const other of box) {
      const common = [...one.values].filter((value) => other.values.has(value))
      const telling = common.filter((value) => !isMadeOf(known, value))
      ledger.note(telling.length > 0, () => `${one.name} = ${other.name}: ${telling[0]}`)
    }
  }
  return ledger.tried('Join both databases on every pair of columns', [2])
}

/** Whether a value says nothing but words that everybody knows. */
function isMadeOf(known: readonly string[], value: string): boolean {
  const words = value.match(/[\w-]{8,}/g) ?? [value]
  return words.every((word) => known.includes(word))
}

function columnsOf(path: string): readonly Column[] {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").all()
    return tables
      .map(({ name }) => String(name))
      .filter((name) => !name.startsWith('kysely_') && !name.startsWith('sqlite_'))
      .flatMap((name) => columnsIn(db, name))
  } finally {
    db.close()
  }
}

function columnsIn(db: DatabaseSync, table: string): readonly Column[] {
  const rows = db.prepare(`select * from "${table}"`).all()
  const names = Object.keys(rows[0] ?? {})
  return names.map((name) => ({
    name: `${table}.${name}`,
    values: new Set(rows.flatMap((row) => formsOf(row[name]))),
  }))
}

/** A value as text, and as the bytes it may stand for: one side can write them otherwise. */
function formsOf(value: unknown): readonly string[] {
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('hex')]
  if (typeof value !== 'string' || value.length < shortest) return []
  const strings = value.match(/[\w-]{8,}/g) ?? []
  const decoded = strings
    .filter(({ length }) => length >= 43)
    .map((text) => Buffer.from(text, 'base64url').toString('hex'))
  return [value, ...strings, ...decoded]
}
