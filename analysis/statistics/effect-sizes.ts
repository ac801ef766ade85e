import { z95 as z } from './distributions.ts'
import type { MeanSample } from './finite-mean.ts'
import { logHalfStep } from './log-gamma.ts'
import { sum } from './moments.ts'
import type { Interval } from './quantile.ts'

/** What a standardised difference needs to know of a group. */
export type Group = Pick<MeanSample, 'mean' | 'deviation' | 'answered'>

/**
 * Cohen's h: how far two shares are apart on a scale where equal steps are equally easy to
 * find.
 *
 *   h = 2 arcsin √p₁ − 2 arcsin √p₂
 *
 * @param first p₁, 0 to 1
 * @param second p₂, 0 to 1
 * @returns −π to π; .2 is called small, .5 medium, .8 large
 * @throws RangeError otherwise
 * @see Cohen (1988), Statistical Power Analysis, 6.2. Tested against R.
 */
export function cohensH(first: number, second: number): number {
  return angleOf(first) - angleOf(second)
}

function angleOf(share: number): number {
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`expected a share from 0 to 1, got ${share}`)
  }
  return 2 * Math.asin(Math.sqrt(share))
}

/**
 * Cohen's d: the difference of two means in standard deviations.
 *
 *   d = (x̄₁ − x̄₂)/s,  s² = ((n₁ − 1)s₁² + (n₂ − 1)s₂²)/(n₁ + n₂ − 2)
 *
 * @returns unitless; above 0 when the first mean is the greater
 * @throws RangeError with fewer than two answers in a group, or when nobody differs from
 *   anybody in their own group, where d does not exist
 * @see Cohen (1988), Statistical Power Analysis, 2.5. Tested against R and against surveys
 *   analysed in R.
 */
export function cohensD(first: Group, second: Group): number {
  const deviation = pooledDeviation(first, second)
  if (deviation === 0) throw new RangeError('expected answers that differ, got none')
  return (first.mean - second.mean) / deviation
}

/**
 * s: the standard deviation of two groups around their own means, as in `cohensD`.
 *
 * @returns in the unit of the values
 * @throws RangeError with fewer than two answers in a group, or without numbers
 */
export function pooledDeviation(first: Group, second: Group): number {
  const variances = [first, second].map(({ mean, deviation, answered }) => {
    if (!(answered >= 2 && answered < Infinity)) {
      throw new RangeError(`expected two answers or more in a group, got ${answered}`)
    }
    if (!(deviation >= 0 && deviation < Infinity && Number.isFinite(mean))) {
      throw new RangeError(
        `expected a mean and a deviation, got ${mean} and ${deviation}`,
      )
    }
    return (answered - 1) * deviation ** 2
  })
  return Math.sqrt(sum(variances) / degreesOf(first, second))
}

/**
 * Hedges' g: Cohen's d without its bias in small groups, g = J d.
 *
 * @param correction J; exact where left out
 * @returns unitless; above 0 when the first mean is the greater
 * @throws RangeError as `cohensD`
 * @see Hedges (1981), Journal of Educational Statistics 6, 107–128. Tested against R and
 *   against surveys analysed in R.
 */
export function hedgesG(
  first: Group,
  second: Group,
  correction: (df: number) => number = exactCorrection,
): number {
  return correction(degreesOf(first, second)) * cohensD(first, second)
}

/**
 * The interval of Hedges' g by the normal distribution.
 *
 *   g ± z √(1/n₁ + 1/n₂ + g²/(2(n₁ + n₂)))
 *
 * @returns unitless, at 95 %
 * @throws RangeError as `cohensD`
 * @see Hedges & Olkin (1985), Statistical Methods for Meta-Analysis, 5.3. Tested against R
 *   and against surveys analysed in R.
 */
export function hedgesInterval(first: Group, second: Group): Interval {
  const g = hedgesG(first, second)
  const [one, other] = [first.answered, second.answered]
  const half = z * Math.sqrt(1 / one + 1 / other + (g * g) / (2 * (one + other)))
  return { low: g - half, high: g + half }
}

/**
 * J = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)), exactly.
 *
 * @param df ν = n₁ + n₂ − 2, above 1
 * @returns above 0, at most 1
 * @throws RangeError otherwise
 * @see Hedges (1981), as above. Tested against R.
 */
export function exactCorrection(df: number): number {
  if (!(df > 1 && df < Infinity)) {
    throw new RangeError(`expected more than one degree of freedom, got ${df}`)
  }
  return Math.exp(logHalfStep((df - 1) / 2)) / Math.sqrt(df / 2)
}

/**
 * J ≈ 1 − 3/(4ν − 1), as most reports have it; from ν = 10 on right to three digits.
 *
 * @param df ν = n₁ + n₂ − 2, above 1
 * @returns above 0, below 1
 * @throws RangeError otherwise
 * @see Hedges (1981), as above. Tested against R.
 */
export function approximateCorrection(df: number): number {
  if (!(df > 1 && df < Infinity)) {
    throw new RangeError(`expected more than one degree of freedom, got ${df}`)
  }
  return 1 - 3 / (4 * df - 1)
}

/**
 * ν = n₁ + n₂ − 2: the degrees of freedom of two groups around their own means.
 */
export function degreesOf(first: Group, second: Group): number {
  return first.answered + second.answered - 2
}
