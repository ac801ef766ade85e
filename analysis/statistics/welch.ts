import { tQuantile, tTail } from './distributions.ts'
import { errorVariance, type MeanSample } from './finite-mean.ts'
import type { Interval } from './quantile.ts'
import { satterthwaite } from './satterthwaite.ts'

/** How far two means are apart, in the unit of the values. */
export interface DifferenceOfMeans {
  readonly difference: number
  readonly standardError: number
  /** ν; null where nothing is left to chance */
  readonly df: number | null
  /** two-sided; 0 or 1 where nothing is left to chance */
  readonly p: number
  /** at 95 % */
  readonly interval: Interval
}

/**
 * The difference of two groups' means, x̄₁ − x̄₂, by Welch's t: their spreads may differ.
 *
 *   t = (x̄₁ − x̄₂)/SE,  SE² = SE₁² + SE₂²,  ν by Satterthwaite
 *
 * SE₁ and SE₂ as in `estimateMean`, with the finite-population correction where N is known.
 * The groups have nobody in common.
 *
 * @throws RangeError as `estimateMean`
 * @see Welch (1947), Biometrika 34, 28–35. Tested against R and against surveys analysed
 *   in R.
 */
export function differenceOfMeans(
  first: MeanSample,
  second: MeanSample,
): DifferenceOfMeans {
  const difference = first.mean - second.mean
  const parts = [first, second].map((sample) => ({
    variance: errorVariance(sample),
    df: sample.answered - 1,
  }))
  const df = satterthwaite(parts)
  if (df === null) {
    const interval = { low: difference, high: difference }
    return { difference, standardError: 0, df, p: difference === 0 ? 1 : 0, interval }
  }
  const standardError = Math.sqrt(parts.reduce((sum, { variance }) => sum + variance, 0))
  const half = tQuantile(0.975, df) * standardError
  return {
    difference,
    standardError,
    df,
    p: 2 * tTail(Math.abs(difference / standardError), df),
    interval: { low: difference - half, high: difference + half },
  }
}
