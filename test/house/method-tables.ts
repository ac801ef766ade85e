import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export const method = readText('METHOD.md')

/** A row by the heads of its columns. */
type Row = Readonly<Record<string, string>>

const cellsOf = (line: string): readonly string[] => {
  const cells = line.startsWith('|') ? line.slice(1, -1).split('|') : []
  return cells.map((cell) => cell.replaceAll('`', '').trim())
}

/** The rows of the table whose first column has this head. */
function tableOf(head: string): readonly Row[] {
  const lines = method.split('\n')
  const start = lines.findIndex((line) => cellsOf(line)[0] === head)
  if (start < 0) throw new Error(`METHOD.md needs a table whose first column is ${head}`)
  const rest = lines.slice(start)
  const end = rest.findIndex((line) => !line.startsWith('|'))
  const [heads = [], , ...rows] = rest.slice(0, end).map(cellsOf)
  return rows.map((cells) =>
    Object.fromEntries(heads.map((name, index) => [name, cells[index] ?? ''])),
  )
}

/**
 * What to correct in a table, a sentence each, so that everything the code has is in one row
 * and says the same.
 *
 * @param head of its first column
 * @param expected what the code says, by the first cell of a row and the head of a column
 */
export function corrections(
  head: string,
  expected: Readonly<Record<string, Row>>,
): readonly string[] {
  const place = `METHOD.md, table "${head}"`
  const rows = tableOf(head)
  const wrong = Object.entries(expected).flatMap(([key, cells]) => {
    const found = rows.filter((row) => row[head] === key)
    const [row] = found
    if (!row || found.length > 1) {
      return [`${place}: give ${key} one row; it has ${found.length}`]
    }
    return Object.entries(cells)
      .filter(([column, value]) => row[column] !== value)
      .map(([column, value]) => {
        return `${place}, row ${key}: ${column} is ${value} in the code and ${row[column]} here; correct it, and what the text says of it`
      })
  })
  const left = rows
    .map((row) => row[head] ?? '')
    .filter((key) => !Object.hasOwn(expected, key))
    .map((key) => `${place}: take out ${key}, which the code does not have`)
  return [...wrong, ...left]
}

/** What a table must say of each of these. */
export function rowsFor<Key extends string>(
  keys: readonly Key[],
  cellsOfKey: (key: Key) => Row = () => ({}),
): Readonly<Record<string, Row>> {
  return Object.fromEntries(keys.map((key) => [key, cellsOfKey(key)]))
}
