import { everyRow } from './columns.ts'
import type { Resampling } from './resampling.ts'
import { type RowTerms, sumRows, sumWithoutRow } from './row-sums.ts'

/**
 * Values of one or more statistics, always in the same order; null where one has no value
 * (α of people who all said the same).
 */
export type Values = readonly (number | null)[]

/** Statistics of the rows with these numbers, some of them more than once. */
export type OfRows = (rows: Uint32Array) => Values

/** Statistics of sums over `rows` rows, where that is all they take. */
export type OfSums = (sums: Float64Array, rows: number) => Values

/** What a statistic was each time. */
export interface Replicates {
  /** those that there are, in order; finite */
  readonly values: Float64Array
  /** how many times it had no value */
  readonly without: number
}

/**
 * What resamples make of statistics: t*.
 *
 * @param rows how many there are to draw from, 1 or more
 * @returns one for each statistic
 * @throws RangeError without rows, or when a value is neither finite nor null
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 6. Tested against R.
 */
export function bootstrap(
  statistics: OfRows,
  rows: number,
  { count, draw }: Resampling,
): readonly Replicates[] {
  checkRows(rows, 1)
  const drawn = new Uint32Array(rows)
  return repeat(count, (resample) => {
    draw(resample, drawn)
    return statistics(drawn)
  })
}

/**
 * What resamples make of statistics that sums over the rows are enough for. One pass over
 * the rows of a resample, whatever the statistics.
 *
 * @throws RangeError as `bootstrap`
 */
export function bootstrapSums(
  statistics: OfSums,
  terms: RowTerms,
  resampling: Resampling,
): readonly Replicates[] {
  const sums = new Float64Array(terms.terms)
  const ofRows: OfRows = (drawn) => {
    sumRows(terms, drawn, sums)
    return statistics(sums, drawn.length)
  }
  return bootstrap(ofRows, terms.rows, resampling)
}

/**
 * What leaving out each row in turn makes of statistics: t₍₋ᵢ₎. Computes them anew for each
 * row; where sums are enough, use `jackknifeSums`.
 *
 * @param rows how many there are, 2 or more
 * @returns one for each statistic
 * @throws RangeError with fewer than two rows, or when a value is neither finite nor null
 * @see Efron & Tibshirani (1993), ch. 11. Tested against R.
 */
export function jackknife(statistics: OfRows, rows: number): readonly Replicates[] {
  checkRows(rows, 2)
  const all = everyRow(rows)
  return repeat(rows, (left) => statistics(all.filter((row) => row !== left)))
}

/**
 * The same for statistics that sums over the rows are enough for: no pass over the rows.
 *
 * @throws RangeError as `jackknife`
 */
export function jackknifeSums(
  statistics: OfSums,
  terms: RowTerms,
): readonly Replicates[] {
  checkRows(terms.rows, 2)
  const all = new Float64Array(terms.terms)
  const sums = new Float64Array(terms.terms)
  sumRows(terms, everyRow(terms.rows), all)
  return repeat(terms.rows, (left) => {
    sumWithoutRow(terms, left, all, sums)
    return statistics(sums, terms.rows - 1)
  })
}

function repeat(times: number, values: (time: number) => Values): readonly Replicates[] {
  const found: { values: Float64Array; count: number }[] = []
  for (let time = 0; time < times; time++) {
    values(time).forEach((value, statistic) => {
      found[statistic] ??= { values: new Float64Array(times), count: 0 }
      if (value === null) return
      if (!Number.isFinite(value)) {
        throw new RangeError(`expected a finite value or none, got ${value}`)
      }
      const one = found[statistic]
      one.values[one.count] = value
      one.count += 1
    })
  }
  return found.map((one) => ({
    values: one.values.slice(0, one.count),
    without: times - one.count,
  }))
}

function checkRows(rows: number, least: number): void {
  if (!Number.isInteger(rows) || rows < least) {
    throw new RangeError(`expected at least ${least} rows, got ${rows}`)
  }
}
