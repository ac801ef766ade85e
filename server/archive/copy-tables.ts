import { type Kysely, sql } from 'kysely'
import type { ArchivedTable, Row } from './contents.ts'

/** A database of which nothing is known but what it says itself. */
export type AnyDatabase = Kysely<Record<string, Row>>

/** What becomes of a row in a copy; null leaves it out. */
export type CopyRow = (row: Row) => Row | null

/** @returns the rows that are not left out, changed */
export function copiesOf(
  rows: readonly Row[],
  copy: CopyRow | undefined,
): readonly Row[] {
  if (!copy) return rows
  return rows.map((row) => copy(row)).filter((row) => row !== null)
}

/** Which tables of a store are copied, and in which order. */
export interface TablesToCopy {
  /** those that others refer to, in the order in which they must be put back */
  readonly parents: readonly string[]
  readonly leftOut: readonly string[]
}

/** A table as it was at the moment of copying. */
export interface TableAsItWas {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/**
 * Every table of a database as it is at one moment, in an order in which it can be put back.
 * Rows are sorted by what is in them: where they lie in the file, and so when they came, is not
 * copied. Nothing is written; on SQLite others wait to write while it is read.
 */
export async function readTables(
  db: AnyDatabase,
  { parents, leftOut }: TablesToCopy,
): Promise<readonly TableAsItWas[]> {
  const atOneMoment = db.transaction().setIsolationLevel('repeatable read')
  return atOneMoment.execute(async (transaction) => {
    const found = await transaction.introspection.getTables()
    const names = found.map(({ name }) => name).filter((name) => !leftOut.includes(name))
    const first = parents.filter((name) => names.includes(name))
    const others = names.filter((name) => !first.includes(name)).toSorted()
    const tables: TableAsItWas[] = []
    for (const name of [...first, ...others]) {
      const table = found.find((one) => one.name === name)
      const columns = (table?.columns ?? []).map((column) => column.name)
      tables.push({ name, columns, rows: await allRows(transaction, name, columns) })
    }
    return tables
  })
}

async function allRows(
  db: AnyDatabase,
  table: string,
  columns: readonly string[],
): Promise<readonly Row[]> {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const { rows } = await sql<Row>`
    select ${names} from ${sql.table(table)} order by ${names}`.execute(db)
  return rows
}

const rowsInPart = 500

/** The rows as they go into an archive. */
export function copied(
  { name, columns, rows }: TableAsItWas,
  copies: Readonly<Record<string, CopyRow>>,
): ArchivedTable {
  async function* parts(): AsyncGenerator<readonly Row[]> {
    for (let first = 0; first < rows.length; first += rowsInPart) {
      yield copiesOf(rows.slice(first, first + rowsInPart), copies[name])
    }
  }
  return { name, columns, rows: parts() }
}

/** SQLite takes 32,766 values in a statement, and copies all of them. */
const valuesAtOnce = 2_000

/** Puts the rows of a table where there are none. */
export async function putRows(
  db: AnyDatabase,
  { name, columns }: Pick<ArchivedTable, 'name' | 'columns'>,
  rows: readonly Row[],
): Promise<void> {
  const atOnce = Math.max(1, Math.floor(valuesAtOnce / columns.length))
  for (let first = 0; first < rows.length; first += atOnce) {
    await db
      .insertInto(name)
      .values(rows.slice(first, first + atOnce))
      .execute()
  }
}
