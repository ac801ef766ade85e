import { at } from './at.ts'
import { solveInPlace } from './linear-solve.ts'

/** Loadings and uniquenesses of k items on one factor. */
export interface Factor {
  /** λ */
  readonly loadings: Float64Array
  /** ψ */
  readonly uniquenesses: Float64Array
}

/** Keeps a uniqueness on its way to 0 from dividing by 0. */
const floor = 1e-12
const newtonSteps = 30

/**
 * One EM step towards the greatest likelihood, in place.
 *
 *   β = Ψ⁻¹λ / (1 + λᵀΨ⁻¹λ),  λ′ = Rβ / (1 − βᵀλ + βᵀRβ),  ψ′ᵢ = 1 − λ′ᵢ(Rβ)ᵢ
 *
 * @see Rubin & Thayer (1982), Psychometrika 47, 69–76
 */
export function climb(
  correlations: Float64Array,
  { loadings, uniquenesses }: Factor,
): void {
  const beta = loadings.map((loading, i) => loading / at(uniquenesses, i))
  const spread = 1 + dot(loadings, beta)
  beta.forEach((value, i) => {
    beta[i] = value / spread
  })
  const image = times(correlations, beta)
  const scale = 1 / spread + dot(beta, image)
  image.forEach((value, i) => {
    loadings[i] = value / scale
    uniquenesses[i] = Math.max(floor, 1 - (value / scale) * value)
  })
}

/**
 * F = log|Σ| + tr(RΣ⁻¹) for Σ = λλᵀ + Ψ.
 *
 *   log|Σ| = Σ log ψ + log(1 + λᵀΨ⁻¹λ);  Σ⁻¹ = Ψ⁻¹ − Ψ⁻¹λλᵀΨ⁻¹ / (1 + λᵀΨ⁻¹λ)
 *
 * R k × k correlations, row by row; λ loadings, ψ uniquenesses, k each.
 *
 * @returns less where the likelihood is greater
 * @see Lawley & Maxwell (1971), Factor Analysis as a Statistical Method, ch. 4. Tested
 *   through `one-factor.ts`, against R.
 */
export function discrepancy(
  correlations: Float64Array,
  { loadings, uniquenesses }: Factor,
): number {
  const weighted = loadings.map((loading, i) => loading / at(uniquenesses, i))
  const spread = 1 + dot(loadings, weighted)
  const explained = dot(weighted, times(correlations, weighted)) / spread
  return uniquenesses.reduce(
    (sum, uniqueness) => sum + Math.log(uniqueness) + 1 / uniqueness,
    Math.log(spread) - explained,
  )
}

/**
 * Newton's method for where the likelihood is level. With ψ = 1 − λ² the conditions are
 *
 *   gᵢ = Σⱼ≠ᵢ (rᵢⱼ − λᵢλⱼ) wⱼ = 0,  wⱼ = λⱼ / (1 − λⱼ²)
 *
 * @returns undefined when it leaves −1 to 1, does not settle, or no single point is level
 */
export function settle(
  correlations: Float64Array,
  start: Float64Array,
): Factor | undefined {
  const loadings = Float64Array.from(start)
  const size = loadings.length
  const matrix = new Float64Array(size * size)
  const step = new Float64Array(size)
  for (let round = 0; round < newtonSteps; round++) {
    linearise(correlations, loadings, matrix, step)
    if (!solveInPlace(matrix, step)) return undefined
    let largest = 0
    for (let i = 0; i < size; i++) {
      loadings[i] = at(loadings, i) - at(step, i)
      largest = Math.max(largest, Math.abs(at(step, i)))
    }
    if (!loadings.every((loading) => Math.abs(loading) < 1)) return undefined
    if (largest < 1e-13) {
      return { loadings, uniquenesses: loadings.map((loading) => 1 - loading * loading) }
    }
  }
  return undefined
}

/** Fills in ∂gᵢ/∂λⱼ and gᵢ. */
function linearise(
  correlations: Float64Array,
  loadings: Float64Array,
  matrix: Float64Array,
  values: Float64Array,
): void {
  const size = loadings.length
  for (let i = 0; i < size; i++) {
    const own = at(loadings, i)
    let value = 0
    let slope = 0
    for (let j = 0; j < size; j++) {
      if (j === i) continue
      const other = at(loadings, j)
      const rest = 1 - other * other
      const residual = at(correlations, i * size + j) - own * other
      value += (residual * other) / rest
      slope -= (other * other) / rest
      matrix[i * size + j] =
        (residual * (1 + other * other)) / (rest * rest) - (own * other) / rest
    }
    matrix[i * size + i] = slope
    values[i] = value
  }
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  return vector.map((_, i) => dot(matrix.subarray(i * size, (i + 1) * size), vector))
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
