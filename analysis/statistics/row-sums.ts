import { at } from './at.ts'

/**
 * What each row adds to sums that a statistic is made of: a mean is made of Σx, α of Σxᵢ,
 * Σx² and Σt². Such a statistic of a resample takes one pass over its rows, and without a
 * row no pass at all.
 */
export interface RowTerms {
  readonly rows: number
  /** how many sums */
  readonly terms: number
  /** six terms each, row by row; the last one filled up with 0 */
  readonly panels: readonly Float64Array[]
}

/** As many sums as the processor's registers hold beside what it needs to find a row. */
const width = 6

/**
 * Lays the terms out for adding up.
 *
 * @param columns one for each term, of equal length, without missing values
 */
export function rowTerms(columns: readonly Float64Array[]): RowTerms {
  const rows = columns[0]?.length ?? 0
  const panels = Array.from({ length: Math.ceil(columns.length / width) }, (_, p) => {
    const panel = new Float64Array(rows * width)
    columns.slice(p * width, (p + 1) * width).forEach((column, c) => {
      for (let row = 0; row < rows; row++) panel[row * width + c] = at(column, row)
    })
    return panel
  })
  return { rows, terms: columns.length, panels }
}

/** Adds up the terms over a resample's rows. */
export function sumRows(
  { panels, terms }: RowTerms,
  rows: Uint32Array,
  sums: Float64Array,
): void {
  const six = new Float64Array(width)
  panels.forEach((panel, p) => {
    sumPanel(panel, rows, six)
    for (let c = 0; c < width && p * width + c < terms; c++) {
      sums[p * width + c] = at(six, c)
    }
  })
}

function sumPanel(panel: Float64Array, rows: Uint32Array, six: Float64Array): void {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let e = 0
  let f = 0
  for (let i = 0; i < rows.length; i++) {
    const place = (rows[i] ?? 0) * width
    a += panel[place] ?? 0
    b += panel[place + 1] ?? 0
    c += panel[place + 2] ?? 0
    d += panel[place + 3] ?? 0
    e += panel[place + 4] ?? 0
    f += panel[place + 5] ?? 0
  }
  six[0] = a
  six[1] = b
  six[2] = c
  six[3] = d
  six[4] = e
  six[5] = f
}

/** Takes one row out of the sums over all. */
export function sumWithoutRow(
  { panels, terms }: RowTerms,
  row: number,
  all: Float64Array,
  sums: Float64Array,
): void {
  for (let t = 0; t < terms; t++) {
    const panel = panels[Math.floor(t / width)]
    sums[t] = at(all, t) - (panel?.[row * width + (t % width)] ?? 0)
  }
}
