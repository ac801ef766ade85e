import {
  bootstrapSums,
  jackknifeSums,
  type OfSums,
  type Replicates,
} from './bootstrap.ts'
import {
  type BootstrappedEstimate,
  type IntervalChoice,
  intervalsOf,
} from './bootstrap-intervals.ts'
import { type Columns, completeRows, everyRow, rowsOf, selectRows } from './columns.ts'
import { type Covariances, correlationsOf, covariances } from './covariance.ts'
import { covariancesOfSums, covarianceTerms } from './covariance-sums.ts'
import type { Refused } from './estimate.ts'
import {
  type RelativeWeights,
  relativeWeights,
  type WhyNoWeights,
} from './relative-weights.ts'
import type { Resampling } from './resampling.ts'

/** Relative weights of predictors, from people's answers. */
export interface KeyDrivers extends RelativeWeights {
  /** n, how many rows have all values */
  readonly rows: number
}

export type WhyNoDrivers = WhyNoWeights | 'too-few-rows' | 'a-column-does-not-vary'

/**
 * Johnson's relative weights from data: the rows that have the outcome and all predictors.
 *
 * @param predictors k columns, NaN where missing
 * @param outcome NaN where missing
 * @returns refused as `relativeWeights`, with fewer than two complete rows, or when a
 *   column does not vary in them
 * @throws RangeError without predictors, or as `covariances`
 * @see As `relativeWeights`.
 */
export function keyDrivers(
  predictors: Columns,
  outcome: ArrayLike<number>,
): KeyDrivers | Refused<WhyNoDrivers> {
  rowsOf(predictors)
  const whole = covariances([...predictors, outcome], 'listwise')
  if (whole.kind === 'refused') return whole
  const found = weightsOf(whole)
  return found.kind === 'refused' ? found : { ...found, rows: whole.rows }
}

/** The last column is the outcome. */
function weightsOf(
  whole: Covariances,
): RelativeWeights | Refused<WhyNoWeights | 'a-column-does-not-vary'> {
  const correlations = correlationsOf(whole)
  if (correlations.kind === 'refused') return correlations
  const { size } = whole
  const last = size - 1
  const isPredictor = (index: number): boolean =>
    index % size !== last && index < last * size
  return relativeWeights(
    correlations.values.filter((_, index) => isPredictor(index)),
    correlations.values.slice(last * size, last * size + last),
  )
}

/**
 * Relative weights with bootstrap intervals, all from the same resamples.
 *
 * @param resampling of the complete rows
 * @returns one for each predictor, in order; refused as `keyDrivers`
 * @throws RangeError as `keyDrivers` and `bcaInterval`
 * @see Tonidandel, LeBreton & Johnson (2009), Psychological Methods 14, 387–399. Tested
 *   against R.
 */
export function bootstrapKeyDrivers(
  predictors: Columns,
  outcome: ArrayLike<number>,
  resampling: Resampling,
  choice?: IntervalChoice,
):
  | { readonly kind: 'drivers'; readonly predictors: readonly BootstrappedEstimate[] }
  | Refused<WhyNoDrivers> {
  const whole = keyDrivers(predictors, outcome)
  if (whole.kind === 'refused') return whole

  const size = predictors.length
  const columns = [...predictors, outcome]
  const complete = selectRows(columns, completeRows(columns, everyRow(rowsOf(columns))))
  const terms = covarianceTerms(complete)
  const statistics: OfSums = (sums, rows) => {
    const found = rows < 2 ? null : weightsOf(covariancesOfSums(sums, rows, size + 1))
    return found?.kind === 'weights' ? [...found.weights] : Array(size).fill(null)
  }
  const replicates = bootstrapSums(statistics, terms, resampling)
  const jackknifed = jackknifeSums(statistics, terms)
  const intervals = Array.from(whole.weights, (weight, j) =>
    intervalsOf(weight, of(replicates, j), of(jackknifed, j), choice),
  )
  return { kind: 'drivers', predictors: intervals }
}

function of(all: readonly Replicates[], predictor: number): Replicates {
  return all[predictor] ?? { values: new Float64Array(0), without: 0 }
}
