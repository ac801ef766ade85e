import { at } from './at.ts'
import { type Refused, refused } from './estimate.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/** How much of what explains an outcome goes to each predictor. */
export interface RelativeWeights {
  readonly kind: 'weights'
  /** ε, shares of the outcome's variance, in the order of the predictors; 0 or more */
  readonly weights: Float64Array
  /** R² = Σε, 0 to 1 */
  readonly explained: number
}

export type WhyNoWeights =
  /** Some predictor is a sum of others. */
  | 'predictors-are-dependent'
  /** No outcome can have such correlations with such predictors. */
  | 'correlations-contradict'

/** An eigenvalue below this share of the greatest one is rounding. */
const smallestEigenvalue = 1e-10

/**
 * Johnson's relative weights: R² divided among predictors that go together.
 *
 *   R = P D Pᵀ;  L = P D^½ Pᵀ;  β = L⁻¹r;  εⱼ = Σₖ l²ⱼₖ β²ₖ
 *
 * R the correlations of the predictors, r theirs with the outcome. They say what goes
 * together with the outcome, not what causes it.
 *
 * @param correlations R, k × k, row by row; symmetric, 1 on the diagonal
 * @param withOutcome r, k values, −1 to 1
 * @returns refused when a predictor is a sum of others, or when R² would be above 1
 * @throws RangeError when R is not k × k, not symmetric or has another diagonal, or when a
 *   correlation lies outside −1 to 1
 * @see Johnson (2000), Multivariate Behavioral Research 35, 1–19. Tested against R and
 *   against surveys analysed in R.
 */
export function relativeWeights(
  correlations: ArrayLike<number>,
  withOutcome: ArrayLike<number>,
): RelativeWeights | Refused<WhyNoWeights> {
  const size = withOutcome.length
  checkCorrelations(correlations, withOutcome)
  const { values, vectors } = symmetricEigen(correlations, size)
  if (at(values, size - 1) < smallestEigenvalue * at(values, 0)) {
    return refused('predictors-are-dependent')
  }
  const root = functionOf(values, vectors, Math.sqrt)
  const inverse = functionOf(values, vectors, (value) => 1 / Math.sqrt(value))
  const squares = values.map((_, k) => {
    let beta = 0
    for (let j = 0; j < size; j++) beta += at(inverse, k * size + j) * at(withOutcome, j)
    return beta * beta
  })
  const weights = values.map((_, j) =>
    squares.reduce((sum, square, k) => sum + at(root, j * size + k) ** 2 * square, 0),
  )
  const explained = weights.reduce((sum, weight) => sum + weight, 0)
  if (explained > 1 + 1e-9) return refused('correlations-contradict')
  return { kind: 'weights', weights, explained }
}

/** P f(D) Pᵀ. */
function functionOf(
  values: Float64Array,
  vectors: Float64Array,
  f: (value: number) => number,
): Float64Array {
  const size = values.length
  const diagonal = values.map(f)
  return vectors.map((_, index) => {
    const i = Math.floor(index / size)
    const j = index % size
    return diagonal.reduce((sum, value, k) => {
      return sum + at(vectors, i * size + k) * value * at(vectors, j * size + k)
    }, 0)
  })
}

function checkCorrelations(
  correlations: ArrayLike<number>,
  withOutcome: ArrayLike<number>,
): void {
  const size = withOutcome.length
  if (size === 0 || correlations.length !== size * size) {
    throw new RangeError(`expected ${size} × ${size} entries, got ${correlations.length}`)
  }
  for (const values of [correlations, withOutcome]) {
    for (let i = 0; i < values.length; i++) {
      const value = at(values, i)
      if (!(Math.abs(value) <= 1 + 1e-9)) {
        throw new RangeError(`expected correlations from −1 to 1, got ${value}`)
      }
    }
  }
  for (let i = 0; i < size; i++) {
    const value = at(correlations, i * (size + 1))
    if (Math.abs(value - 1) > 1e-9) {
      throw new RangeError(`expected 1 on the diagonal, got ${value}`)
    }
  }
}
