import { at } from './at.ts'
import { type Covariances, correlationsOf } from './covariance.ts'
import type { Refused } from './estimate.ts'
import { fitOneFactor, type WhyNoFactor } from './one-factor.ts'

/** How reliable a scale is, judged by the one factor behind its items. */
export interface Omega {
  readonly kind: 'omega'
  /** ω of the plain sum or mean of the items, 0 to 1: the one to report */
  readonly raw: number
  /** ω of the sum of standardized items, 0 to 1 */
  readonly standardized: number
  /** λ in units of standard deviations, −1 to 1, for each item */
  readonly loadings: Float64Array
}

export type WhyNoOmega = WhyNoFactor | 'a-column-does-not-vary'

/**
 * ω total of one factor: the share of the sum's variance that the factor accounts for.
 *
 *   ω = (Σsᵢλᵢ)² / ((Σsᵢλᵢ)² + Σs²ᵢψᵢ)
 *
 * λ, ψ of greatest likelihood; s the items' standard deviations, or 1 for the standardized
 * one. Unlike α it does not take the items to be equally good.
 *
 * @param covariances of complete rows
 * @param start loadings to start from, inside −1 to 1, where they are roughly known
 * @returns refused where a factor has no solution that could be reported: show α then
 * @see McDonald (1999), Test Theory, ch. 6. Tested against R and against surveys analysed
 *   in R and lavaan.
 */
export function omegaTotal(
  covariances: Pick<Covariances, 'size' | 'values'>,
  start?: Float64Array,
): Omega | Refused<WhyNoOmega> {
  const { size, values } = covariances
  const correlations = correlationsOf(covariances)
  if (correlations.kind === 'refused') return correlations
  const factor = fitOneFactor(correlations.values, size, start)
  if (factor.kind === 'refused') return factor

  const { loadings, uniquenesses } = factor
  const ones = new Float64Array(size).fill(1)
  const variances = ones.map((_, i) => at(values, i * size + i))
  const raw = shareOfFactor(loadings, uniquenesses, variances)
  const standardized = shareOfFactor(loadings, uniquenesses, ones)
  return { kind: 'omega', raw, standardized, loadings }
}

function shareOfFactor(
  loadings: Float64Array,
  uniquenesses: Float64Array,
  variances: Float64Array,
): number {
  let common = 0
  let unique = 0
  variances.forEach((variance, i) => {
    common += Math.sqrt(variance) * at(loadings, i)
    unique += variance * at(uniquenesses, i)
  })
  return (common * common) / (common * common + unique)
}
