import { at } from './at.ts'

/**
 * Answers as columns, one for each item, all of equal length: a row is a person, and NaN
 * stands where there is no answer.
 */
export type Columns = readonly ArrayLike<number>[]

/**
 * How many rows the columns have.
 *
 * @throws RangeError without columns, or when they are not of equal length
 */
export function rowsOf(columns: Columns): number {
  const [first, ...others] = columns
  if (!first) throw new RangeError('expected at least one column, got none')
  const odd = others.find(({ length }) => length !== first.length)
  if (odd) {
    throw new RangeError(`expected columns of ${first.length} rows, got ${odd.length}`)
  }
  return first.length
}

/** The rows 0 to count − 1. */
export function everyRow(count: number): Uint32Array {
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) rows[row] = row
  return rows
}

/**
 * The given rows in ascending order, once it is clear that the columns have them.
 *
 * @throws RangeError naming a row that is not there, or as `rowsOf`
 */
export function ascendingRows(columns: Columns, rows: Uint32Array): Uint32Array {
  const count = rowsOf(columns)
  let last = 0
  let isAscending = true
  for (let i = 0; i < rows.length; i++) {
    const row = at(rows, i)
    if (row >= count) throw new RangeError(`expected rows below ${count}, got ${row}`)
    if (row < last) isAscending = false
    last = row
  }
  return isAscending ? rows : rows.toSorted()
}

/**
 * Those rows in which every column has an answer.
 *
 * @returns ascending
 * @throws RangeError naming a row that is not there, or as `rowsOf`
 */
export function completeRows(columns: Columns, among: Uint32Array): Uint32Array {
  const rows = Uint32Array.from(ascendingRows(columns, among))
  let count = rows.length
  for (const column of columns) count = keepAnswered(column, rows, count)
  return rows.subarray(0, count)
}

/** Moves the first `count` rows that have an answer to the front, and counts them. */
function keepAnswered(
  column: ArrayLike<number>,
  rows: Uint32Array,
  count: number,
): number {
  let kept = 0
  for (let i = 0; i < count; i++) {
    const row = rows[i] ?? 0
    rows[kept] = row
    kept += Number.isNaN(column[row]) ? 0 : 1
  }
  return kept
}

/**
 * The columns with the given rows only, in the order given.
 *
 * @throws RangeError naming a row that is not there, or as `rowsOf`
 */
export function selectRows(columns: Columns, rows: Uint32Array): readonly Float64Array[] {
  rowsOf(columns)
  return columns.map((column) => {
    const selected = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) selected[i] = at(column, at(rows, i))
    return selected
  })
}
