import { at } from './at.ts'
import type { Replicates } from './bootstrap.ts'
import { normalQuantile, normalTail } from './distributions.ts'
import { type Refused, refused } from './estimate.ts'
import { type Interval, quantile } from './quantile.ts'

/**
 * How the ends are read off the sorted replicates: `type-7` by straight lines, as
 * `quantile`; `order-statistics` at (R + 1)p, on the scale of normal quantiles between two
 * of them, as R's package boot does.
 */
export type QuantileRule = 'type-7' | 'order-statistics'

export interface IntervalChoice {
  /** share inside, such as .95 */
  readonly level: number
  readonly rule: QuantileRule
}

export interface BootstrapInterval extends Interval {
  readonly kind: 'interval'
}

export interface BcaInterval extends BootstrapInterval {
  /** z₀, in standard deviations */
  readonly bias: number
  /** a, unitless */
  readonly acceleration: number
}

/** An estimate with both intervals from the same resamples. */
export interface BootstrappedEstimate {
  readonly kind: 'bootstrapped'
  /** t₀ */
  readonly estimate: number
  /** how many resamples have no value and were left out */
  readonly without: number
  readonly percentile: BootstrapInterval | Refused<WhyNoInterval>
  readonly bca: BcaInterval | Refused<WhyNoInterval>
}

export type WhyNoInterval =
  /** More than one in twenty resamples have no value. */
  | 'too-often-without-value'
  /** Leaving out one row or another makes no difference. */
  | 'does-not-vary'
  /** All resamples lie on one side of the estimate. */
  | 'estimate-at-the-edge'
  /** The correction has no solution. */
  | 'too-skewed'

const usual: IntervalChoice = { level: 0.95, rule: 'type-7' }

/** Leaving out more resamples than this share would flatter the rest. */
const mostWithout = 1 / 20

/**
 * The percentile interval: what most resamples lie between.
 *
 * @param replicates t*
 * @returns in the unit of the statistic
 * @throws RangeError when the level is not inside 0 to 1
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13; Davison &
 *   Hinkley (1997), Bootstrap Methods and their Application, eq. 5.8 (order statistics).
 *   Tested against R and against surveys analysed in R.
 */
export function percentileInterval(
  replicates: Replicates,
  { level, rule }: IntervalChoice = usual,
): BootstrapInterval | Refused<'too-often-without-value'> {
  checkLevel(level)
  if (isTooOftenWithout(replicates)) return refused('too-often-without-value')
  return intervalAt(replicates.values, (1 - level) / 2, (1 + level) / 2, rule)
}

/**
 * The bias-corrected and accelerated interval (BCa): the percentiles are moved to where the
 * estimate lies among the resamples and to how its error changes with its size.
 *
 *   pᵢ = Φ(z₀ + (z₀ + zᵢ)/(1 − a(z₀ + zᵢ)))
 *   z₀ = Φ⁻¹(share of t* < t₀),  a = Σd³ / (6 (Σd²)^1.5),  d = t̄₍₋ᵢ₎ − t₍₋ᵢ₎
 *
 * A t* that differs from t₀ by rounding only is not below it.
 *
 * @param estimate t₀
 * @param replicates t*
 * @param jackknifed t₍₋ᵢ₎
 * @returns in the unit of the statistic
 * @throws RangeError when the level is not inside 0 to 1 or the estimate is not finite
 * @see Efron (1987), Journal of the American Statistical Association 82, 171–185. Tested
 *   against R and against surveys analysed in R.
 */
export function bcaInterval(
  estimate: number,
  replicates: Replicates,
  jackknifed: Replicates,
  { level, rule }: IntervalChoice = usual,
): BcaInterval | Refused<WhyNoInterval> {
  checkLevel(level)
  if (!Number.isFinite(estimate)) {
    throw new RangeError(`expected a finite estimate, got ${estimate}`)
  }
  if (isTooOftenWithout(replicates) || isTooOftenWithout(jackknifed)) {
    return refused('too-often-without-value')
  }
  const acceleration = accelerationOf(jackknifed.values)
  if (acceleration === null) return refused('does-not-vary')
  const below = shareBelow(replicates.values, estimate)
  if (below === 0 || below === 1) return refused('estimate-at-the-edge')

  const bias = normalQuantile(below)
  const half = normalQuantile((1 + level) / 2)
  if (acceleration * (bias + half) >= 1 || acceleration * (bias - half) >= 1) {
    return refused('too-skewed')
  }
  const moved = (z: number): number =>
    normalTail(-bias - (bias + z) / (1 - acceleration * (bias + z)))
  const ends = intervalAt(replicates.values, moved(-half), moved(half), rule)
  return { ...ends, bias, acceleration }
}

/**
 * Both intervals at once.
 *
 * @throws RangeError as `bcaInterval`
 */
export function intervalsOf(
  estimate: number,
  replicates: Replicates,
  jackknifed: Replicates,
  choice: IntervalChoice = usual,
): BootstrappedEstimate {
  return {
    kind: 'bootstrapped',
    estimate,
    without: replicates.without,
    percentile: percentileInterval(replicates, choice),
    bca: bcaInterval(estimate, replicates, jackknifed, choice),
  }
}

function isTooOftenWithout({ values, without }: Replicates): boolean {
  return values.length === 0 || without > mostWithout * (values.length + without)
}

function accelerationOf(values: Float64Array): number | null {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0)
  const largest = values.reduce(
    (most, value) => Math.max(most, Math.abs(value - mean)),
    0,
  )
  if (!(largest > 1e-12 * Math.abs(mean))) return null
  let squares = 0
  let cubes = 0
  for (const value of values) {
    const d = (mean - value) / largest
    squares += d * d
    cubes += d * d * d
  }
  return cubes / (6 * squares ** 1.5)
}

function shareBelow(values: Float64Array, estimate: number): number {
  const clearly = estimate - 1e-12 * Math.abs(estimate)
  return (
    values.reduce((count, value) => count + (value < clearly ? 1 : 0), 0) / values.length
  )
}

function intervalAt(
  values: Float64Array,
  low: number,
  high: number,
  rule: QuantileRule,
): BootstrapInterval {
  const sorted = Float64Array.from(values).sort()
  const end = rule === 'type-7' ? quantile : orderStatistic
  return { kind: 'interval', low: end(sorted, low), high: end(sorted, high) }
}

/** t*₍(R+1)p₎, between two of them on the scale of normal quantiles. */
function orderStatistic(sorted: Float64Array, p: number): number {
  const count = sorted.length
  const rank = (count + 1) * p
  const k = Math.floor(rank)
  if (k === 0) return at(sorted, 0)
  if (k >= count) return at(sorted, count - 1)
  const below = at(sorted, k - 1)
  if (k === rank) return below
  const from = normalQuantile(k / (count + 1))
  const to = normalQuantile((k + 1) / (count + 1))
  return below + ((normalQuantile(p) - from) / (to - from)) * (at(sorted, k) - below)
}

function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`expected a level inside 0 to 1, got ${level}`)
  }
}
