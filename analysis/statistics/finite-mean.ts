import { tQuantile } from './distributions.ts'
import { leftOut } from './finite-population.ts'
import { mean, standardDeviation } from './moments.ts'
import type { Interval } from './quantile.ts'
import { satterthwaite, type VariancePart } from './satterthwaite.ts'

/** What the answers of some people came to. */
export interface MeanSample {
  /** x̄ */
  readonly mean: number
  /** s, 0 or more */
  readonly deviation: number
  /** n, 2 or more; need not be whole. Or 1, where that is everybody */
  readonly answered: number
  /** N, at least n; null where nobody knows, which counts as infinitely many */
  readonly population: number | null
}

/** A mean and how far it can be trusted, in the unit of the values. */
export interface MeanEstimate {
  readonly mean: number
  readonly standardError: number
  /** ν of the t distribution behind the interval; null where nothing is left to chance */
  readonly df: number | null
  /** at 95 % */
  readonly interval: Interval
}

/**
 * Sums up values for `estimateMean`.
 *
 * @param values one for each person who answered
 * @param population N, at least as many; null where nobody knows
 * @throws RangeError without values, or with one that is not everybody's
 */
export function sampleOf(
  values: readonly number[],
  population: number | null,
): MeanSample {
  const answered = values.length
  const isEverybody = answered === 1 && population === 1
  const deviation = isEverybody ? 0 : standardDeviation(values)
  return { mean: mean(values), deviation, answered, population }
}

/**
 * The mean of all N people from the n who answered, when those were drawn at random.
 *
 *   x̄ ± t SE,  SE = s/√n · √((N − n)/N),  t with n − 1 degrees of freedom
 *
 * @returns SE 0 and both ends x̄ when everybody answered, or when all answers are equal
 * @throws RangeError when a letter is outside its range
 * @see Cochran (1977), Sampling Techniques, 2.8. Tested against R and against surveys
 *   analysed in R.
 */
export function estimateMean(sample: MeanSample): MeanEstimate {
  const part = { variance: errorVariance(sample), df: sample.answered - 1 }
  return estimateOf(sample.mean, [part])
}

/**
 * The mean of all people from strata that were asked separately, each weighing as much as
 * it has people.
 *
 *   Σ W_h x̄_h,  SE² = Σ W_h² (1 − f_h) s_h²/n_h,  W_h = N_h/N,  f_h = n_h/N_h
 *
 * t has Satterthwaite's degrees of freedom, between the smallest n_h − 1 and Σ(n_h − 1).
 *
 * @param strata at least one, each with a known N and people who answered; one where nobody
 *   answered is joined to another beforehand
 * @throws RangeError otherwise
 * @see Cochran (1977), Sampling Techniques, 5.4 and 5.16. Tested against R and against a
 *   survey analysed in R.
 */
export function stratifiedMean(strata: readonly MeanSample[]): MeanEstimate {
  if (strata.length === 0) throw new RangeError('expected at least one stratum, got none')
  const people = strata.reduce((sum, { population }) => sum + known(population), 0)
  const parts = strata.map((stratum) => {
    const weight = known(stratum.population) / people
    const variance = weight ** 2 * errorVariance(stratum)
    return { mean: weight * stratum.mean, variance, df: stratum.answered - 1 }
  })
  return estimateOf(
    parts.reduce((sum, part) => sum + part.mean, 0),
    parts,
  )
}

/**
 * The variance of x̄ around the mean of all N people: s²/n · (N − n)/N.
 *
 * @returns in the squared unit of the values
 * @throws RangeError when a letter is outside its range
 */
export function errorVariance(sample: MeanSample): number {
  const { deviation, answered, population } = sample
  const isEverybody = answered === 1 && population === 1
  if (!(isEverybody || (answered >= 2 && answered < Infinity))) {
    throw new RangeError(`expected two answers or everybody's, got ${answered}`)
  }
  if (!(deviation >= 0 && deviation < Infinity)) {
    throw new RangeError(`expected a deviation of 0 or more, got ${deviation}`)
  }
  if (!Number.isFinite(sample.mean)) {
    throw new RangeError(`expected a mean, got ${sample.mean}`)
  }
  return (deviation ** 2 / answered) * leftOut(answered, population)
}

function estimateOf(centre: number, parts: readonly VariancePart[]): MeanEstimate {
  const standardError = Math.sqrt(parts.reduce((sum, { variance }) => sum + variance, 0))
  const df = satterthwaite(parts)
  const half = df === null ? 0 : tQuantile(0.975, df) * standardError
  return {
    mean: centre,
    standardError,
    df,
    interval: { low: centre - half, high: centre + half },
  }
}

function known(population: number | null): number {
  if (population !== null) return population
  throw new RangeError('expected the head count of every stratum, got one without')
}
