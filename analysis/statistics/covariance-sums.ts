import { at } from './at.ts'
import { type Covariances, covarianceMatrix, crossOf } from './covariance.ts'
import { type RowTerms, rowTerms } from './row-sums.ts'

/**
 * What each row adds to the sums that covariances are made of: xᵢ, and xᵢxⱼ for i ≤ j, each
 * column less its first value, so that a large mean costs no digits.
 *
 * Holds k(k + 3)/2 numbers for each row: 65 for ten columns.
 *
 * @param columns k of equal length, without missing values
 * @see `covariances`, whose formula it is; tested through the bootstrap, against R.
 */
export function covarianceTerms(columns: readonly Float64Array[]): RowTerms {
  const shifted = columns.map(lessFirst)
  const products = shifted.flatMap((x, i) =>
    shifted.slice(i).map((y) => x.map((value, row) => value * at(y, row))),
  )
  return rowTerms([...shifted, ...products])
}

/** A column less its first value. */
export function lessFirst(column: Float64Array): Float64Array {
  const first = column[0] ?? 0
  return column.map((value) => value - first)
}

/**
 * The covariances from those sums over n rows.
 *
 * @param rows n, 2 or more
 * @throws RangeError when a sum is too large for a number
 */
export function covariancesOfSums(
  sums: Float64Array,
  rows: number,
  size: number,
): Covariances {
  return covarianceMatrix(size, rows, (i, j) => {
    // Products stand behind the k sums, row i of them from i on.
    const place = size + i * size - (i * (i - 1)) / 2 + (j - i)
    return crossOf(at(sums, place), at(sums, i), at(sums, j), rows)
  })
}
