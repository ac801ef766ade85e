import { at } from './at.ts'
import { type Covariances, correlationsOf } from './covariance.ts'
import { type Estimate, estimated, refused } from './estimate.ts'

/** Below this share of what independent items would give, a variance is rounding. */
const nothing = 1e-12

/**
 * Cronbach's α: how far the items of a scale measure one thing.
 *
 *   α = k/(k − 1) · (1 − Σcᵢᵢ / Σcᵢⱼ)
 *
 * k items; cᵢⱼ their covariances, from complete rows or pairwise.
 *
 * @returns unitless; at most 1 from complete rows, below 0 when items contradict each
 *   other; refused when the sums do not vary
 * @throws RangeError with fewer than two items
 * @see Cronbach (1951), Psychometrika 16, 297–334. Tested against R and against surveys
 *   analysed in R.
 */
export function cronbachAlpha({
  size,
  values,
}: Pick<Covariances, 'size' | 'values'>): Estimate<'sums-do-not-vary'> {
  checkItems(size)
  let ofItems = 0
  let ofSums = 0
  for (let i = 0; i < size; i++) ofItems += at(values, i * size + i)
  for (let i = 0; i < size * size; i++) ofSums += at(values, i)
  return alphaOf(size, ofItems, ofSums)
}

/**
 * The same from what the variances add up to: k/(k − 1) · (1 − Σs²ᵢ / s²ₜ).
 *
 * @param ofItems Σs²ᵢ, the items' variances
 * @param ofSums s²ₜ, the variance of the rows' sums
 */
export function alphaOf(
  size: number,
  ofItems: number,
  ofSums: number,
): Estimate<'sums-do-not-vary'> {
  if (!(ofSums > nothing * ofItems)) return refused('sums-do-not-vary')
  return estimated((size / (size - 1)) * (1 - ofItems / ofSums))
}

/**
 * Standardized α: what α were if all items had the same variance.
 *
 *   α = k r̄ / (1 + (k − 1) r̄)
 *
 * r̄ the mean correlation of two items.
 *
 * @returns unitless; refused when an item or the sums do not vary
 * @throws RangeError with fewer than two items
 * @see As `cronbachAlpha`.
 */
export function standardizedAlpha(
  covariances: Covariances,
): Estimate<'a-column-does-not-vary' | 'sums-do-not-vary'> {
  const mean = meanCorrelation(covariances)
  return mean.kind === 'refused' ? mean : stepUp(mean.value, covariances.size)
}

/**
 * r̄, the mean correlation of two items: how narrow a scale is, whatever its length.
 *
 * @returns −1/(k − 1) to 1 from complete rows; refused when an item does not vary
 * @throws RangeError with fewer than two items
 */
export function meanCorrelation(
  covariances: Covariances,
): Estimate<'a-column-does-not-vary'> {
  const { size } = covariances
  checkItems(size)
  const correlations = correlationsOf(covariances)
  if (correlations.kind === 'refused') return correlations
  const total = correlations.values.reduce((sum, value) => sum + value, 0)
  return estimated((total - size) / (size * (size - 1)))
}

/**
 * Spearman–Brown: how reliable the sum of k parts is whose mean correlation is r.
 *
 *   k r / (1 + (k − 1) r)
 *
 * What to report for a scale of two items, in place of α.
 *
 * @param r −1 to 1
 * @param k above 0; need not be whole (½ for a scale cut in half)
 * @returns unitless, at most 1; refused when sums of such parts do not vary
 * @throws RangeError otherwise
 * @see Spearman (1910), British Journal of Psychology 3, 271–295; Brown (1910), the same,
 *   296–322; Eisinga, te Grotenhuis & Pelzer (2013), International Journal of Public
 *   Health 58, 637–642, on two items. Tested against R.
 */
export function spearmanBrown(r: number, k = 2): Estimate<'sums-do-not-vary'> {
  if (!(r >= -1 && r <= 1)) throw new RangeError(`expected r from −1 to 1, got ${r}`)
  if (!(k > 0 && k < Infinity)) throw new RangeError(`expected k above 0, got ${k}`)
  return stepUp(r, k)
}

/** The formula itself; means of pairwise correlations can lie a little beyond 1. */
function stepUp(r: number, k: number): Estimate<'sums-do-not-vary'> {
  const ofSums = 1 + (k - 1) * r
  return ofSums > nothing ? estimated((k * r) / ofSums) : refused('sums-do-not-vary')
}

function checkItems(size: number): void {
  if (size < 2) throw new RangeError(`expected at least two items, got ${size}`)
}
