import { at } from '../statistics/at.ts'
import { type PivotRow, subtract } from './modular.ts'
import type { Block, Span } from './span.ts'

/** A row over the classes from `start` on; 0 everywhere else. */
export interface PlacedRow {
  readonly start: number
  readonly values: Float64Array
  /** the division it belongs to; −1 for the organization */
  readonly division: number
}

/**
 * The rows of the fully reduced basis of a span, one after the other. Left out are the rows
 * of remainders in which nothing else has a pivot: they are those remainders themselves.
 */
export function* reducedRows(span: Span): Generator<PlacedRow> {
  for (const { values } of span.everywhere) yield { start: 0, values, division: -1 }
  yield* remainderOfAll(span)
  for (const block of span.blocks) yield* rowsOfBlock(span, block)
}

/** What remains of the organization itself can stand in several blocks, all without rows. */
function* remainderOfAll({ classes, everywhere, prime }: Span): Generator<PlacedRow> {
  const own = everywhere.filter(({ pivot }) => at(classes.cell, pivot) === -1)
  if (own.length === 0) return
  const row = Float64Array.from(classes.cell, (cell) => (cell === -1 ? 1 : 0))
  for (const { pivot, values } of own) subtract(row, values, at(row, pivot), prime)
  yield { start: 0, values: row, division: -1 }
}

function* rowsOfBlock(span: Span, block: Block): Generator<PlacedRow> {
  const through = span.everywhere.filter(({ pivot }) => {
    return pivot >= block.start && pivot < block.end
  })
  for (const { values } of block.rows) yield reduceThrough(span, block, values, through)
  for (const row of remaindersWithPivots(span, block, through)) {
    for (const { pivot, values } of block.rows) {
      const factor = at(row, pivot)
      if (factor !== 0) subtract(row, values, factor, span.prime)
    }
    yield reduceThrough(span, block, row, through)
  }
}

function* remaindersWithPivots(
  { classes }: Span,
  { start, end, rows }: Block,
  through: readonly PivotRow[],
): Generator<Float64Array> {
  const pivots = [
    ...rows.map(({ pivot }) => start + pivot),
    ...through.map(({ pivot }) => pivot),
  ]
  const cells = new Set(pivots.map((one) => at(classes.cell, one)))
  cells.delete(-1)
  for (const cell of cells) {
    const row = new Float64Array(end - start)
    classes.cell.subarray(start, end).forEach((one, place) => {
      if (one === cell) row[place] = 1
    })
    yield row
  }
}

/** A row of one block, without the pivots that rows of the whole organization have in it. */
function reduceThrough(
  { classes, prime }: Span,
  { division, start, end }: Block,
  values: Float64Array,
  through: readonly PivotRow[],
): PlacedRow {
  const met = through.filter(({ pivot }) => at(values, pivot - start) !== 0)
  if (met.length === 0) return { start, values, division }
  const row = new Float64Array(classes.count)
  row.set(values.subarray(0, end - start), start)
  for (const one of met) subtract(row, one.values, at(row, one.pivot), prime)
  return { start: 0, values: row, division }
}
