import { at } from './at.ts'
import { ascendingRows, type Columns, completeRows, everyRow, rowsOf } from './columns.ts'
import { type Refused, refused } from './estimate.ts'
import { type ProductSums, sumProducts } from './product-sums.ts'

/** A covariance matrix of k columns. */
export interface Covariances {
  readonly kind: 'covariances'
  /** k */
  readonly size: number
  /** k × k, row by row; in the product of the columns' units */
  readonly values: Float64Array
  /** n: how many rows were looked at; of complete rows all of them count */
  readonly rows: number
}

/**
 * What becomes of rows with missing answers: `listwise` leaves them out, `pairwise` uses a
 * row for every pair of columns that it has both answers to.
 */
export type MissingRule = 'listwise' | 'pairwise'

/**
 * The sample covariances of columns.
 *
 *   c = (Σxy − Σx Σy / n) / (n − 1)
 *
 * n and the sums over the rows that have both x and y. Taken in one pass over values from
 * which the first one is subtracted, so that a large mean costs no digits.
 *
 * @returns refused with fewer than two rows for any pair
 * @throws RangeError without columns, when they are not of equal length, or when squares
 *   cannot be added up (infinite or beyond 10¹⁵⁰)
 * @see Tested against R (`cov`, "complete.obs" and "pairwise.complete.obs") and against
 *   surveys analysed in R.
 */
export function covariances(
  columns: Columns,
  missing: MissingRule,
): Covariances | Refused<'too-few-rows'> {
  const [all = refused('too-few-rows')] = covariancesByGroup(columns, missing, [
    everyRow(rowsOf(columns)),
  ])
  return all
}

/**
 * The same for each of several groups of rows, in one pass over the columns.
 *
 * @param groups the rows of each group, in any order
 * @returns one for each group
 * @throws RangeError as `covariances`, or when a row is not there
 */
export function covariancesByGroup(
  columns: Columns,
  missing: MissingRule,
  groups: readonly Uint32Array[],
): readonly (Covariances | Refused<'too-few-rows'>)[] {
  const ascending = groups.map((rows) => ascendingRows(columns, rows))
  const used =
    missing === 'pairwise'
      ? ascending
      : ascending.map((rows) => completeRows(columns, rows))
  return sumProducts(columns, used).map(covariancesFrom)
}

function covariancesFrom(sums: ProductSums): Covariances | Refused<'too-few-rows'> {
  const { size, rows, totals, products, totalsWhereMissing } = sums
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      if (countOf(sums, i, j) < 2) return refused('too-few-rows')
    }
  }
  return covarianceMatrix(size, rows, (i, j) => {
    const count = countOf(sums, i, j)
    const x = at(totals, i) - at(totalsWhereMissing, i * size + j)
    const y = at(totals, j) - at(totalsWhereMissing, j * size + i)
    return crossOf(at(products, i * size + j), x, y, count)
  })
}

/** n − nᵢ − nⱼ + nᵢⱼ: the rows that lack neither. */
function countOf({ size, rows, bothMissing }: ProductSums, i: number, j: number): number {
  const lackI = at(bothMissing, i * size + i)
  const lackJ = at(bothMissing, j * size + j)
  return rows - lackI - lackJ + at(bothMissing, i * size + j)
}

/**
 * A covariance from sums over n rows: (Σxy − Σx Σy / n) / (n − 1).
 *
 * What is left by rounding of the difference, less than 10⁻¹² of Σxy, is taken for 0.
 *
 * @param product Σxy
 * @param count n, 2 or more
 * @throws RangeError when a sum is too large for a number
 */
export function crossOf(product: number, x: number, y: number, count: number): number {
  const rest = product - (x * y) / count
  if (!Number.isFinite(rest)) {
    throw new RangeError(`expected values with finite squares, got Σxy = ${product}`)
  }
  return Math.abs(rest) <= 1e-12 * Math.abs(product) ? 0 : rest / (count - 1)
}

/**
 * The matrix of such covariances. What does not vary goes together with nothing.
 *
 * @param rows n
 * @param cross the covariance of columns i and j ≥ i
 */
export function covarianceMatrix(
  size: number,
  rows: number,
  cross: (i: number, j: number) => number,
): Covariances {
  const values = new Float64Array(size * size)
  for (let i = 0; i < size; i++) values[i * size + i] = Math.max(0, cross(i, i))
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const doVary = at(values, i * size + i) > 0 && at(values, j * size + j) > 0
      const value = doVary ? cross(i, j) : 0
      values[i * size + j] = value
      values[j * size + i] = value
    }
  }
  return { kind: 'covariances', size, values, rows }
}

/**
 * Turns covariances into correlations: rᵢⱼ = cᵢⱼ / √(cᵢᵢ cⱼⱼ).
 *
 * @returns k × k, row by row, 1 on the diagonal, −1 to 1 from complete rows (pairs with
 *   different rows can lie beyond); refused when a column does not vary
 */
export function correlationsOf({
  size,
  values,
}: Pick<Covariances, 'size' | 'values'>):
  | { readonly kind: 'correlations'; readonly values: Float64Array }
  | Refused<'a-column-does-not-vary'> {
  const deviations = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    deviations[i] = Math.sqrt(at(values, i * size + i))
    if (deviations[i] === 0) return refused('a-column-does-not-vary')
  }
  const correlations = new Float64Array(size * size).fill(1)
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const value = at(values, i * size + j) / at(deviations, i) / at(deviations, j)
      correlations[i * size + j] = value
      correlations[j * size + i] = value
    }
  }
  return { kind: 'correlations', values: correlations }
}
