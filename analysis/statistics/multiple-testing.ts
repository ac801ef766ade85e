import { at } from './at.ts'

/**
 * Bonferroni's adjusted p-values: m p. Below α none of the m findings is likely to be
 * chance.
 *
 * @param pValues each 0 to 1
 * @returns in the same order, at most 1
 * @throws RangeError otherwise
 * @see Dunn (1961), Journal of the American Statistical Association 56, 52–64. Tested
 *   against R and against surveys analysed in R.
 */
export function bonferroni(pValues: readonly number[]): readonly number[] {
  checkPValues(pValues)
  return pValues.map((p) => Math.min(1, pValues.length * p))
}

/**
 * Holm's adjusted p-values, which promise what Bonferroni's do and find more.
 *
 *   p̃₍ᵢ₎ = max over j ≤ i of (m − j + 1) p₍ⱼ₎
 *
 * @param pValues each 0 to 1
 * @returns in the same order, at most 1
 * @throws RangeError otherwise
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65–70. Tested against R and
 *   against surveys analysed in R.
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const adjusted: number[] = []
  let greatest = 0
  ascending(pValues).forEach((index, rank) => {
    greatest = Math.max(greatest, (pValues.length - rank) * at(pValues, index))
    adjusted[index] = Math.min(1, greatest)
  })
  return adjusted
}

/**
 * Benjamini and Hochberg's adjusted p-values: of the findings below q, the part that is
 * chance is q at most, on average.
 *
 *   p̃₍ᵢ₎ = min over j ≥ i of m p₍ⱼ₎/j
 *
 * @param pValues of one family (all units and constructs that are looked at together), each
 *   0 to 1
 * @returns in the same order, each its own p at least and 1 at most
 * @throws RangeError otherwise
 * @see Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.
 *   Tested against R and against surveys analysed in R.
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const adjusted: number[] = []
  let least = 1
  ascending(pValues)
    .map((index, rank) => ({ index, rank }))
    .toReversed()
    .forEach(({ index, rank }) => {
      // m/j first: with j = m it is 1, and p stays what it is.
      least = Math.min(least, (pValues.length / (rank + 1)) * at(pValues, index))
      adjusted[index] = least
    })
  return adjusted
}

/** Where the p-values stand, the least first. */
function ascending(pValues: readonly number[]): readonly number[] {
  checkPValues(pValues)
  return [...pValues.keys()].sort((a, b) => at(pValues, a) - at(pValues, b))
}

function checkPValues(pValues: readonly number[]): void {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`expected p from 0 to 1, got ${p}`)
  }
}
