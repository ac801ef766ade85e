import { at } from '../statistics/at.ts'
import { type Random, seededRandom } from '../statistics/random.ts'
import type { Classes, ShownAnswers } from './classes.ts'
import { multiply, type PivotRow, reduceRows, subtract } from './modular.ts'

/**
 * Everything that can be computed from shown sums by adding and subtracting, as a reduced
 * basis over classes, modulo a prime.
 *
 * Each remainder of the unit tree has one row, with the pivot in its largest class. The rest
 * are answers to background questions, written relative to those pivots: of one division,
 * and of the organization.
 */
export interface Span {
  readonly prime: number
  readonly classes: Classes
  /** pivot class of each remainder */
  readonly pivots: ReadonlyMap<number, number>
  /** by division: where its classes begin and end */
  readonly blocks: readonly Block[]
  /** over all classes */
  readonly everywhere: readonly PivotRow[]
}

/** Classes of one division; pivots are counted from `start`. */
export interface Block {
  readonly division: number
  readonly start: number
  readonly end: number
  readonly rows: readonly PivotRow[]
}

/**
 * @param order the classes, those first that shall become pivots
 */
export function spanOf(
  classes: Classes,
  shown: ShownAnswers,
  order: readonly number[],
  prime: number,
): Span {
  const pivots = pivotsOf(classes, order)
  const orders = Map.groupBy(order, (one) => at(classes.division, one))
  const blocks = boundsOf(classes).map(({ division, start, end }) => {
    const answers = shown.divisions[division] ?? []
    const rows = rowsOf(classes, pivots, answers, start, end, prime)
    const places = (orders.get(division) ?? []).map((one) => one - start)
    return { division, start, end, rows: reduceRows(rows, places, prime) }
  })
  const whole = rowsOf(classes, pivots, shown.organization, 0, classes.count, prime)
  for (const row of whole) clear(row, blocks, prime)
  return { prime, classes, pivots, blocks, everywhere: reduceRows(whole, order, prime) }
}

/** Takes the blocks' rows out of a row over all classes, so that it is 0 in their pivots. */
function clear(row: Float64Array, blocks: readonly Block[], prime: number): void {
  for (const { start, end, rows } of blocks) {
    const part = row.subarray(start, end)
    for (const { pivot, values } of rows) {
      const factor = at(part, pivot)
      if (factor !== 0) subtract(part, values, factor, prime)
    }
  }
}

function pivotsOf(
  { cell }: Classes,
  order: readonly number[],
): ReadonlyMap<number, number> {
  const pivots = new Map<number, number>()
  for (const one of order) {
    if (!pivots.has(at(cell, one))) pivots.set(at(cell, one), one)
  }
  return pivots
}

function boundsOf({ count, division }: Classes) {
  const bounds: { division: number; start: number; end: number }[] = []
  for (let one = 0; one < count; one++) {
    const last = bounds.at(-1)
    if (last?.division === at(division, one)) last.end = one + 1
    else bounds.push({ division: at(division, one), start: one, end: one + 1 })
  }
  return bounds
}

/** A row for each shown answer: who gave it, less whether the pivot of the remainder did. */
function rowsOf(
  classes: Classes,
  pivots: ReadonlyMap<number, number>,
  shown: readonly ReadonlySet<number>[],
  start: number,
  end: number,
  prime: number,
): Float64Array[] {
  const pivotOf = classes.cell.subarray(start, end).map((cell, place) => {
    return pivots.get(cell) ?? start + place
  })
  return shown.flatMap((categories, filter) => {
    const label = classes.labels[filter] ?? new Int8Array()
    const ofPivots = pivotOf.map((one) => label[one] ?? -1)
    const answers = label.subarray(start, end)
    return [...categories].map((one) => answerRow(answers, ofPivots, one, prime))
  })
}

function answerRow(
  answers: Int8Array,
  ofPivots: Int32Array,
  category: number,
  prime: number,
): Float64Array {
  const row = new Float64Array(answers.length)
  answers.forEach((answer, place) => {
    const has = answer === category
    if (has !== (ofPivots[place] === category)) row[place] = has ? 1 : prime - 1
  })
  return row
}

/**
 * One number for each class, at random but so that every shown sum of them is 0. A sum that
 * can be computed from shown sums is then 0 too; any other is so by chance only, once in
 * 67 million times.
 */
export function drawBlind(span: Span, seed: string): Float64Array {
  const { classes, prime } = span
  const random: Random = seededRandom(seed)
  const blind = Float64Array.from({ length: classes.count }, () =>
    Math.floor(random() * prime),
  )
  settle(blind, span.everywhere, prime)
  for (const { start, end, rows } of span.blocks) {
    settle(blind.subarray(start, end), rows, prime)
  }
  settlePivots(blind, span)
  return blind
}

/** Pivots of the rows: minus what the rest of each row comes to. Rows hold 0 in others' pivots. */
function settle(blind: Float64Array, rows: readonly PivotRow[], prime: number): void {
  const settled = rows.map(({ pivot, values }) => {
    let sum = 0
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? 0
      if (i !== pivot && value !== 0) sum += multiply(value, blind[i] ?? 0, prime)
    }
    return (prime - (sum % prime)) % prime
  })
  rows.forEach(({ pivot }, row) => {
    blind[pivot] = at(settled, row)
  })
}

function settlePivots(blind: Float64Array, { classes, pivots, prime }: Span): void {
  const sums = new Map<number, number>()
  for (let one = 0; one < classes.count; one++) {
    const cell = at(classes.cell, one)
    if (pivots.get(cell) === one) continue
    sums.set(cell, (sums.get(cell) ?? 0) + at(blind, one))
  }
  for (const [cell, pivot] of pivots) {
    blind[pivot] = (prime - ((sums.get(cell) ?? 0) % prime)) % prime
  }
}
