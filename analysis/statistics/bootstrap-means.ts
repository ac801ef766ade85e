import { at } from './at.ts'
import {
  bootstrapSums,
  jackknifeSums,
  type OfSums,
  type Replicates,
} from './bootstrap.ts'
import { type Columns, rowsOf } from './columns.ts'
import type { Resampling } from './resampling.ts'
import { type RowTerms, rowTerms } from './row-sums.ts'

/**
 * What resamples of rows make of the means of columns. All columns share the resamples, so
 * that the means of a resample are those of the same people.
 *
 * @param columns NaN where there is no answer; such a row has no part in that mean
 * @returns for each column the means of the resamples, in its unit
 * @throws RangeError without columns or rows, when columns are not of equal length, or when
 *   a value is infinite
 * @see Tested against R and against surveys analysed in R.
 */
export function bootstrapMeans(
  columns: Columns,
  resampling: Resampling,
): readonly Replicates[] {
  const { terms, means } = meansBySums(columns)
  return bootstrapSums(means, terms, resampling)
}

/**
 * What leaving out each row in turn makes of the means of columns: what BCa takes.
 *
 * @throws RangeError as `bootstrapMeans`, or with a single row
 */
export function jackknifeMeans(columns: Columns): readonly Replicates[] {
  const { terms, means } = meansBySums(columns)
  return jackknifeSums(means, terms)
}

/** A mean is Σx / n; n is a sum too where answers are missing. */
function meansBySums(columns: Columns): {
  readonly terms: RowTerms
  readonly means: OfSums
} {
  rowsOf(columns)
  const terms: Float64Array[] = []
  const places = columns.map((column) => {
    const { values, known, missing } = split(column)
    const sum = terms.push(values) - 1
    return { sum, count: missing === 0 ? null : terms.push(known) - 1 }
  })
  const means: OfSums = (sums, rows) =>
    places.map(({ sum, count }) => {
      const answers = count === null ? rows : at(sums, count)
      return answers === 0 ? null : at(sums, sum) / answers
    })
  return { terms: rowTerms(terms), means }
}

/** The values with 0 for missing ones, which of them there are (1 or 0), how many not. */
function split(column: ArrayLike<number>): {
  readonly values: Float64Array
  readonly known: Float64Array
  readonly missing: number
} {
  const values = new Float64Array(column.length)
  const known = new Float64Array(column.length)
  let missing = 0
  for (let row = 0; row < column.length; row++) {
    const value = at(column, row)
    const isMissing = Number.isNaN(value)
    values[row] = isMissing ? 0 : value
    known[row] = isMissing ? 0 : 1
    missing += isMissing ? 1 : 0
  }
  return { values, known, missing }
}
