import { at } from './at.ts'
import { type Columns, rowsOf } from './columns.ts'

/** The scores of those who have one. */
export interface ScaleScores {
  /** in the unit of the items */
  readonly values: Float64Array
  /** whose they are: the row of each value, ascending */
  readonly rows: Uint32Array
}

/** Rows taken at once, so that their sums stay in the processor's first cache. */
const chunk = 1024

/**
 * Scale scores: the mean of the items that were answered, where enough of them were.
 *
 *   x̄ = Σ answered items / how many were answered
 *
 * @param items k columns, reversed items already turned
 * @param atLeast how many answers a score takes, 1 to k; without it half of them, rounded
 *   up
 * @returns the scores of the rows that have one, and which rows those are
 * @throws RangeError without items, when they are not of equal length, when `atLeast` is
 *   no whole number from 1 to k, or when answers are infinite or cannot be added up
 * @see Tested against R.
 */
export function scaleScores(
  items: Columns,
  atLeast: number = Math.ceil(items.length / 2),
): ScaleScores {
  const count = rowsOf(items)
  if (!Number.isInteger(atLeast) || atLeast < 1 || atLeast > items.length) {
    throw new RangeError(`expected at least 1 to ${items.length} answers, got ${atLeast}`)
  }
  const values = new Float64Array(count)
  const rows = new Uint32Array(count)
  const sums = new Float64Array(chunk)
  const lacking = new Int32Array(chunk)
  let found = 0
  for (let from = 0; from < count; from += chunk) {
    const length = Math.min(chunk, count - from)
    sums.fill(0)
    lacking.fill(0)
    for (const item of items) addItem(item, from, length, sums, lacking)
    for (let r = 0; r < length; r++) {
      const answered = items.length - at(lacking, r)
      if (answered < atLeast) continue
      values[found] = finite(at(sums, r) / answered)
      rows[found] = from + r
      found += 1
    }
  }
  return { values: values.slice(0, found), rows: rows.slice(0, found) }
}

function addItem(
  item: ArrayLike<number>,
  from: number,
  length: number,
  sums: Float64Array,
  lacking: Int32Array,
): void {
  for (let r = 0; r < length; r++) {
    const answer = item[from + r] ?? Number.NaN
    if (Number.isNaN(answer)) lacking[r] = (lacking[r] ?? 0) + 1
    else sums[r] = (sums[r] ?? 0) + answer
  }
}

function finite(score: number): number {
  if (!Number.isFinite(score))
    throw new RangeError(`expected finite answers, got ${score}`)
  return score
}
