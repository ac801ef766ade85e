import { at } from './at.ts'
import { bootstrapSums, jackknifeSums, type OfSums } from './bootstrap.ts'
import {
  type BootstrappedEstimate,
  type IntervalChoice,
  intervalsOf,
} from './bootstrap-intervals.ts'
import { type Columns, completeRows, everyRow, rowsOf, selectRows } from './columns.ts'
import { covariances, crossOf } from './covariance.ts'
import { covariancesOfSums, covarianceTerms, lessFirst } from './covariance-sums.ts'
import { alphaOf, cronbachAlpha } from './cronbach-alpha.ts'
import type { Refused } from './estimate.ts'
import { omegaTotal, type WhyNoOmega } from './omega.ts'
import type { Resampling } from './resampling.ts'
import { type RowTerms, rowTerms } from './row-sums.ts'

type WhyNoAlpha = 'too-few-rows' | 'sums-do-not-vary'

/**
 * Cronbach's α of the complete rows with bootstrap intervals.
 *
 *   α = k/(k − 1) · (1 − Σs²ᵢ / s²ₜ), from Σxᵢ, Σᵢxᵢ² and Σt², t = Σᵢxᵢ
 *
 * @param items k columns, NaN where there is no answer
 * @param resampling of the complete rows
 * @returns unitless; refused as `cronbachAlpha`, or with fewer than two complete rows
 * @throws RangeError with fewer than two items, or as `covariances` and `bcaInterval`
 * @see Tested against R.
 */
export function bootstrapAlpha(
  items: Columns,
  resampling: Resampling,
  choice?: IntervalChoice,
): BootstrappedEstimate | Refused<WhyNoAlpha> {
  const whole = covariances(items, 'listwise')
  if (whole.kind === 'refused') return whole
  const alpha = cronbachAlpha(whole)
  if (alpha.kind === 'refused') return alpha

  const terms = alphaTerms(completeColumns(items))
  const statistic = alphaOfSums(items.length)
  return intervals(alpha.value, statistic, terms, resampling, choice)
}

/**
 * ω total (of the plain sum) of the complete rows with bootstrap intervals.
 *
 * A resample in which a factor has no solution is left out and counted; where that happens
 * to more than one in twenty, there is no interval.
 *
 * @param items k columns, NaN where there is no answer
 * @param resampling of the complete rows
 * @returns unitless; refused as `omegaTotal`, or with fewer than two complete rows
 * @throws RangeError as `covariances` and `bcaInterval`
 * @see Tested against R.
 */
export function bootstrapOmega(
  items: Columns,
  resampling: Resampling,
  choice?: IntervalChoice,
): BootstrappedEstimate | Refused<WhyNoOmega | 'too-few-rows'> {
  const whole = covariances(items, 'listwise')
  if (whole.kind === 'refused') return whole
  const omega = omegaTotal(whole)
  if (omega.kind === 'refused') return omega

  const statistic: OfSums = (sums, rows) => {
    if (rows < 2) return [null]
    const found = omegaTotal(covariancesOfSums(sums, rows, items.length), omega.loadings)
    return [found.kind === 'omega' ? found.raw : null]
  }
  const terms = covarianceTerms(completeColumns(items))
  return intervals(omega.raw, statistic, terms, resampling, choice)
}

function intervals(
  estimate: number,
  statistic: OfSums,
  terms: RowTerms,
  resampling: Resampling,
  choice: IntervalChoice | undefined,
): BootstrappedEstimate {
  const none = { values: new Float64Array(0), without: 0 }
  const [replicates = none] = bootstrapSums(statistic, terms, resampling)
  const [jackknifed = none] = jackknifeSums(statistic, terms)
  return intervalsOf(estimate, replicates, jackknifed, choice)
}

function completeColumns(items: Columns): readonly Float64Array[] {
  return selectRows(items, completeRows(items, everyRow(rowsOf(items))))
}

/** The items, the sum of their squares, and the square of their sum. */
function alphaTerms(columns: readonly Float64Array[]): RowTerms {
  const items = columns.map(lessFirst)
  const rows = rowsOf(columns)
  const squares = new Float64Array(rows)
  const sums = new Float64Array(rows)
  for (const item of items) {
    item.forEach((value, row) => {
      squares[row] = at(squares, row) + value * value
      sums[row] = at(sums, row) + value
    })
  }
  return rowTerms([...items, squares, sums.map((sum) => sum * sum)])
}

function alphaOfSums(size: number): OfSums {
  return (sums, rows) => {
    if (rows < 2) return [null]
    let total = 0
    let ofMeans = 0
    for (let i = 0; i < size; i++) {
      const sum = at(sums, i)
      total += sum
      ofMeans += (sum * sum) / rows
    }
    const ofItems = (at(sums, size) - ofMeans) / (rows - 1)
    const ofSums = crossOf(at(sums, size + 1), total, total, rows)
    const alpha = alphaOf(size, ofItems, ofSums)
    return [alpha.kind === 'estimate' ? alpha.value : null]
  }
}
