import { at } from './at.ts'
import { type Refused, refused } from './estimate.ts'
import { climb, discrepancy, type Factor, settle } from './one-factor-steps.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/** One factor behind k items, in units of their standard deviations. */
export interface OneFactor extends Factor {
  readonly kind: 'one-factor'
}

export type WhyNoFactor =
  /** Two items are explained by any number of factors. */
  | 'fewer-than-three-items'
  /** Some item is a sum of others, or pairwise correlations contradict each other. */
  | 'items-are-dependent'
  /** One item alone is the factor: nothing of it is left for itself. */
  | 'heywood-case'
  /** There is no single best factor, or none was found. */
  | 'no-unique-solution'

/** A uniqueness below this is a Heywood case in all but name. */
const leastUniqueness = 1e-4

/** Each round climbs twice as long as the one before: 2,540 steps in all. */
const rounds = 7
const firstSteps = 20

/**
 * The one-factor solution of greatest likelihood: R ≈ λλᵀ + Ψ.
 *
 *   F(λ, Ψ) = log|Σ| + tr(RΣ⁻¹) is least,  Σ = λλᵀ + Ψ
 *
 * EM steps, which never go wrong but crawl, lead to where Newton's method takes over; its
 * result counts only where F is no greater. Where F is less with one item as the factor
 * itself (ψ = 0), that is a Heywood case: what a program prints for it depends on where it
 * stopped.
 *
 * @param correlations R, k × k, row by row; symmetric, 1 on the diagonal
 * @param size k
 * @param start loadings to start from, inside −1 to 1; without it the first component's
 * @returns λ inside −1 to 1, together not below 0, and ψ = 1 − λ²
 * @throws RangeError when R is not k × k or has another diagonal
 * @see Lawley & Maxwell (1971), Factor Analysis as a Statistical Method, ch. 4; Rubin &
 *   Thayer (1982), Psychometrika 47, 69–76 (EM). Tested against R and against surveys
 *   analysed in R.
 */
export function fitOneFactor(
  correlations: Float64Array,
  size: number,
  start?: Float64Array,
): OneFactor | Refused<WhyNoFactor> {
  checkDiagonal(correlations, size)
  if (size < 3) return refused('fewer-than-three-items')
  if (!isPositiveDefinite(correlations, size)) return refused('items-are-dependent')
  const guess = guessFrom(start ?? firstComponent(correlations, size))
  const atBoundary = leastAtBoundary(correlations, size)
  const factor = mostLikely(correlations, guess)
  if (!factor)
    return refused(atBoundary < Infinity ? 'heywood-case' : 'no-unique-solution')

  const isInside = factor.uniquenesses.every((value) => value >= leastUniqueness)
  const isBest = discrepancy(correlations, factor) <= atBoundary
  return isInside && isBest ? reflected(factor) : refused('heywood-case')
}

/** Climbs until Newton's method settles at no greater F; undefined where it never does. */
function mostLikely(correlations: Float64Array, guess: Factor): Factor | undefined {
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step < firstSteps * 2 ** round; step++) climb(correlations, guess)
    const factor = settle(correlations, guess.loadings)
    // Rounding is all that may lie between the two where climbing had arrived.
    const most = discrepancy(correlations, guess) + 1e-9
    if (factor && discrepancy(correlations, factor) <= most) return factor
  }
  return undefined
}

/** The factor's direction is free: taken so that the loadings add up to 0 or more. */
function reflected({ loadings, uniquenesses }: Factor): OneFactor {
  const sum = loadings.reduce((total, loading) => total + loading, 0)
  const turned = sum < 0 ? loadings.map((loading) => -loading) : loadings
  return { kind: 'one-factor', loadings: turned, uniquenesses }
}

function guessFrom(start: Float64Array): Factor {
  const loadings = start.map((loading) => Math.max(-0.98, Math.min(0.98, loading)))
  return { loadings, uniquenesses: loadings.map((loading) => 1 - loading * loading) }
}

function firstComponent(correlations: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(correlations, size)
  const scale = 0.9 * Math.sqrt(at(values, 0))
  return Float64Array.from({ length: size }, (_, i) => scale * at(vectors, i * size))
}

/**
 * The least F with one item as the factor itself, among the items where F rises from
 * there; Infinity where there are none. With ψᵢ = 0 the rest follows: λⱼ = rᵢⱼ.
 *
 *   F = Σⱼ≠ᵢ log(1 − r²ᵢⱼ) + k;  ∂F/∂ψᵢ = aᵢ − aᵀRa,  a = Σ⁻¹ column i
 */
function leastAtBoundary(correlations: Float64Array, size: number): number {
  let least = Infinity
  for (let i = 0; i < size; i++) {
    const r = correlations.subarray(i * size, (i + 1) * size)
    const a = r.map((value, j) => (j === i ? 1 : -value / (1 - value * value)))
    let logs = 0
    for (let j = 0; j < size; j++) {
      if (j === i) continue
      a[i] = at(a, i) - at(a, j) * at(r, j)
      logs += Math.log1p(-at(r, j) * at(r, j))
    }
    const slope = at(a, i) - quadraticForm(correlations, a)
    if (slope > 1e-9) least = Math.min(least, logs + size)
  }
  return least
}

/** aᵀRa. */
function quadraticForm(matrix: Float64Array, a: Float64Array): number {
  const size = a.length
  return matrix.reduce((sum, value, index) => {
    return sum + value * at(a, Math.floor(index / size)) * at(a, index % size)
  }, 0)
}

/** By Cholesky's decomposition, whose pivots are what an item has of its own. */
function isPositiveDefinite(matrix: Float64Array, size: number): boolean {
  const work = Float64Array.from(matrix)
  for (let j = 0; j < size; j++) {
    const pivot = at(work, j * size + j)
    if (!(pivot > 1e-10)) return false
    for (let i = j + 1; i < size; i++) {
      const factor = at(work, i * size + j) / pivot
      for (let k = j + 1; k <= i; k++) {
        work[i * size + k] = at(work, i * size + k) - factor * at(work, k * size + j)
      }
    }
  }
  return true
}

function checkDiagonal(correlations: Float64Array, size: number): void {
  if (correlations.length !== size * size) {
    throw new RangeError(`expected ${size} × ${size} entries, got ${correlations.length}`)
  }
  for (let i = 0; i < size; i++) {
    const value = at(correlations, i * size + i)
    if (value !== 1) throw new RangeError(`expected 1 on the diagonal, got ${value}`)
  }
}
