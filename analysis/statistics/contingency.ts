import { at } from './at.ts'
import { chiSquaredTail } from './distributions.ts'
import { sum } from './moments.ts'

/** Whether two questions go together, and how much. */
export interface Association {
  /** X² */
  readonly statistic: number
  readonly df: number
  readonly p: number
  /** Cramér's V, 0 (not at all) to 1 (one tells the other) */
  readonly cramersV: number
  /** the smallest count expected without any association; below 5, p is a rough guess */
  readonly leastExpected: number
}

/**
 * Pearson's X² and Cramér's V of a table of counts, without continuity correction.
 *
 *   X² = Σ (o − e)²/e,  e = row · column / n,  V = √(X² / (n · min(r − 1, c − 1)))
 *
 * @param counts r rows of c counts, 0 or more; at least two of both
 * @throws RangeError for another shape, for counts that are none, and where a row or column
 *   is empty: leave it out
 * @see Cramér (1946), Mathematical Methods of Statistics, 21.9. Tested against R and
 *   against a survey analysed in R.
 */
export function associationOf(counts: readonly (readonly number[])[]): Association {
  const width = counts[0]?.length ?? 0
  checkTable(counts, width)
  const rows = counts.map(sum)
  const columns = Array.from({ length: width }, (_, column) =>
    sum(counts.map((row) => at(row, column))),
  )
  if ([...rows, ...columns].includes(0)) {
    throw new RangeError('expected answers in every row and column, got an empty one')
  }

  const n = sum(rows)
  const expected = rows.flatMap((row) => columns.map((column) => (row * column) / n))
  const parts = counts
    .flat()
    .map((o, cell) => (o - at(expected, cell)) ** 2 / at(expected, cell))
  const statistic = sum(parts)
  const df = (rows.length - 1) * (width - 1)
  return {
    statistic,
    df,
    p: chiSquaredTail(statistic, df),
    cramersV: Math.min(
      1,
      Math.sqrt(statistic / n / Math.min(rows.length - 1, width - 1)),
    ),
    leastExpected: Math.min(...expected),
  }
}

function checkTable(counts: readonly (readonly number[])[], width: number): void {
  if (counts.length < 2 || width < 2 || counts.some((row) => row.length !== width)) {
    throw new RangeError('expected two rows and columns or more, all rows alike')
  }
  for (const count of counts.flat()) {
    if (!(count >= 0 && count < Infinity)) {
      throw new RangeError(`expected counts of 0 or more, got ${count}`)
    }
  }
}
