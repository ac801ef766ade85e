import { at } from './at.ts'
import { type Refused, refused } from './estimate.ts'

/**
 * How much a disagreement counts: `plain` all alike, `linear` by how far apart the
 * categories are, `quadratic` by the square of it.
 */
export type KappaWeighting = 'plain' | 'linear' | 'quadratic'

/** How far two raters agree beyond chance. */
export interface Kappa {
  readonly kind: 'kappa'
  /** κ, at most 1: 0 by chance, 1 in everything */
  readonly kappa: number
  /** of κ, for many ratings; 0 or more */
  readonly standardError: number
  /** pₒ, weighted share of agreement, 0 to 1 */
  readonly observed: number
  /** pₑ, the share expected by chance, 0 to 1 */
  readonly expected: number
  /** n, how many were rated by both */
  readonly rated: number
}

type Square = readonly (readonly number[])[]

/**
 * Cohen's κ, plain or weighted, from a table of counts.
 *
 *   κ = (pₒ − pₑ) / (1 − pₑ),  pₒ = Σwᵢⱼpᵢⱼ,  pₑ = Σwᵢⱼpᵢ.p.ⱼ
 *   se² = (Σpᵢⱼ(wᵢⱼ − (w̄ᵢ. + w̄.ⱼ)(1 − κ))² − (κ − pₑ(1 − κ))²) / (n(1 − pₑ)²)
 *
 * pᵢⱼ the share put into i by one rater and into j by the other; wᵢⱼ = 1 − |i − j|/(m − 1)
 * or 1 − (i − j)²/(m − 1)², plain 1 on the diagonal and 0 beside it; w̄ᵢ. = Σⱼwᵢⱼp.ⱼ and
 * w̄.ⱼ = Σᵢwᵢⱼpᵢ., what a rating meets by chance.
 *
 * @param counts m × m, two categories or more; in order where weighted
 * @returns refused without counts, or when both raters use one category for everything
 * @throws RangeError when the table is not square, has fewer than two categories, or a
 *   count is negative or not whole
 * @see Cohen (1960), Educational and Psychological Measurement 20, 37–46; Cohen (1968),
 *   Psychological Bulletin 70, 213–220; Fleiss, Cohen & Everitt (1969), the same 72,
 *   323–327 (error). Tested against R and against ratings analysed in R.
 */
export function cohensKappa(
  counts: Square,
  weighting: KappaWeighting = 'plain',
): Kappa | Refused<'nothing-rated' | 'one-category-only'> {
  checkTable(counts)
  const rated = total(counts.flat())
  if (rated === 0) return refused('nothing-rated')
  const shares = counts.map((row) => row.map((count) => count / rated))
  const weights = weightsOf(weighting, counts.length)
  const { byRow, byColumn, expected } = chanceOf(shares, weights)
  if (!(1 - expected > 1e-12)) return refused('one-category-only')

  const observed = total(cells(shares, weights).map(([share, weight]) => share * weight))
  const kappa = (observed - expected) / (1 - expected)
  const spread = cells(shares, weights).map(([share, weight, i, j]) => {
    return share * (weight - (at(byRow, i) + at(byColumn, j)) * (1 - kappa)) ** 2
  })
  const variance = total(spread) - (kappa - expected * (1 - kappa)) ** 2
  // Rounding can leave a hair below 0 where raters agree in everything.
  const standardError = Math.sqrt(Math.max(0, variance) / rated) / (1 - expected)
  return { kind: 'kappa', kappa, standardError, observed, expected, rated }
}

/**
 * Counts how two raters rated the same things.
 *
 * @param first the category of each: a whole number from 0 to `categories` − 1, NaN where
 *   not rated
 * @param second the same by the other rater
 * @returns counts by the first rater's category, then the second's, of what both rated
 * @throws RangeError when there are not as many, or when a category is anything else
 */
export function crossTable(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  categories: number,
): readonly (readonly number[])[] {
  if (first.length !== second.length) {
    throw new RangeError(`expected ${first.length} ratings, got ${second.length}`)
  }
  const counts = Array.from({ length: categories }, () =>
    Array<number>(categories).fill(0),
  )
  for (let i = 0; i < first.length; i++) {
    const one = categoryOf(at(first, i), categories)
    const other = categoryOf(at(second, i), categories)
    const row = one === null ? undefined : counts[one]
    if (row && other !== null) row[other] = at(row, other) + 1
  }
  return counts
}

function categoryOf(rating: number, categories: number): number | null {
  if (Number.isNaN(rating)) return null
  if (!Number.isInteger(rating) || rating < 0 || rating >= categories) {
    throw new RangeError(`expected a category from 0 to ${categories - 1}, got ${rating}`)
  }
  return rating
}

function weightsOf(weighting: KappaWeighting, size: number): Square {
  const apart = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => Math.abs(i - j) / (size - 1)),
  )
  if (weighting === 'plain') return apart.map((row) => row.map((d) => (d === 0 ? 1 : 0)))
  const power = weighting === 'linear' ? 1 : 2
  return apart.map((row) => row.map((distance) => 1 - distance ** power))
}

/** w̄ᵢ., w̄.ⱼ and pₑ. */
function chanceOf(
  shares: Square,
  weights: Square,
): {
  readonly byRow: readonly number[]
  readonly byColumn: readonly number[]
  readonly expected: number
} {
  const rows = shares.map(total)
  const columns = transposed(shares).map(total)
  const meet = (row: readonly number[], chances: readonly number[]): number =>
    total(row.map((weight, k) => weight * at(chances, k)))
  const byRow = weights.map((row) => meet(row, columns))
  const byColumn = transposed(weights).map((column) => meet(column, rows))
  return { byRow, byColumn, expected: meet(byRow, rows) }
}

function transposed(square: Square): Square {
  return square.map((_, j) => square.map((row) => at(row, j)))
}

/** Share, weight and place of each cell. */
function cells(
  shares: Square,
  weights: Square,
): readonly (readonly [share: number, weight: number, i: number, j: number])[] {
  return shares.flatMap((row, i) =>
    row.map((share, j) => [share, at(weights[i] ?? [], j), i, j] as const),
  )
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function checkTable(counts: Square): void {
  const size = counts.length
  if (size < 2) throw new RangeError(`expected two categories or more, got ${size}`)
  const odd = counts.find((row) => row.length !== size)
  if (odd) throw new RangeError(`expected ${size} counts in each row, got ${odd.length}`)
  const wrong = counts.flat().find((count) => !(Number.isInteger(count) && count >= 0))
  if (wrong !== undefined) {
    throw new RangeError(`expected counts of 0 or more, got ${wrong}`)
  }
}
