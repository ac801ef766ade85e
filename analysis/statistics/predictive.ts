import { drawBinomial } from './binomial.ts'
import { drawBeta, drawNormal } from './draws.ts'
import { centralInterval, type Interval } from './quantile.ts'
import type { Random } from './random.ts'

/** Some people of whom only some answered. */
export interface Sample {
  /** n, whole, 0 or more */
  readonly answered: number
  /** k, 0 to n; need not be whole where it comes from a rounded share */
  readonly cases: number
  /** N, whole, at least n; null where nobody knows, which counts as infinitely many */
  readonly population: number | null
}

/** The beta distribution's two parameters, each above 0. */
export interface BetaPrior {
  readonly cases: number
  readonly others: number
}

/** ½ and ½: says as little as possible beforehand. */
export const jeffreys: BetaPrior = { cases: 0.5, others: 0.5 }

/**
 * One draw of the share of cases among all N people, when only those who did not answer
 * are unknown.
 *
 *   θ ~ Beta(a + k, b + n − k)
 *   K′ ~ Binomial(N − n, logit⁻¹(logit θ + δ))
 *   π = (k + K′) / N
 *
 * a, b the prior; δ how those who did not answer differ from those who did, in logits.
 * Without N, π = logit⁻¹(logit θ + δ).
 *
 * @returns 0 to 1
 * @throws RangeError when not 0 ≤ k ≤ n ≤ N, or when n or N is not whole
 * @see Gelman et al. (2013), Bayesian Data Analysis, 8.3 and 8.5. Tested against R.
 */
export function drawShare(
  random: Random,
  sample: Sample,
  prior: BetaPrior,
  shift: number,
): number {
  checkSample(sample)
  const { answered, cases, population } = sample
  const told = drawBeta(random, prior.cases + cases, prior.others + answered - cases)
  const untold = shiftLogit(told, shift)
  if (population === null) return untold
  return (cases + drawBinomial(random, population - answered, untold)) / population
}

/**
 * The predictive interval for the share of cases among all N people (one stratum, prior ½
 * and ½, δ ~ Normal(0, σ²)).
 *
 * With everybody's answer there is nothing left to predict, and both ends are k/N. It holds
 * its level only as far as σ covers how those who did not answer differ: at a difference of
 * 2σ it fails, so it is no guarantee.
 *
 * @param sigma logits; 0 where not answering says nothing
 * @param draws how many, at least 1
 * @param level share inside, such as .95
 * @returns two shares, 0 to 1
 * @throws RangeError as `drawShare`, or without draws
 */
export function predictiveInterval(
  random: Random,
  sample: Sample,
  { sigma, draws, level }: { sigma: number; draws: number; level: number },
): Interval {
  const shares = Float64Array.from({ length: draws }, () =>
    drawShare(random, sample, jeffreys, sigma * drawNormal(random)),
  )
  return centralInterval(shares, level)
}

/** logit⁻¹(logit p + shift); 0 and 1 stay where they are. */
function shiftLogit(p: number, shift: number): number {
  if (p === 0 || p === 1) return p
  return 1 / (1 + Math.exp(-shift) * ((1 - p) / p))
}

/** @throws RangeError when not 0 ≤ k ≤ n ≤ N, or when n or N is not whole */
export function checkSample({ answered, cases, population }: Sample): void {
  if (!Number.isInteger(answered) || !(cases >= 0 && cases <= answered)) {
    throw new RangeError(`expected 0 ≤ k ≤ n, n whole, got ${cases} of ${answered}`)
  }
  if (population !== null && !(Number.isInteger(population) && population >= answered)) {
    throw new RangeError(`expected a whole N of at least ${answered}, got ${population}`)
  }
  if (population === 0) throw new RangeError('expected at least one person, got N = 0')
}
