import { at } from './at.ts'

/** A = P D Pᵀ. */
export interface Eigen {
  /** the diagonal of D, the greatest first */
  readonly values: Float64Array
  /** P, n × n, row by row: column j belongs to value j, has length 1 */
  readonly vectors: Float64Array
}

/** Many more than any matrix of this size needs. */
const mostSweeps = 60

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations: each one turns
 * an entry off the diagonal into 0, in rounds over all of them.
 *
 * @param matrix A, n × n, row by row; symmetric
 * @param size n, 1 or more
 * @throws RangeError when A is not n × n, not symmetric or not finite
 * @see Golub & Van Loan (2013), Matrix Computations, 8.5. Tested against R.
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const scale = checkedScale(matrix, size)
  const work = Float64Array.from(matrix, (value) => value / scale)
  const vectors = new Float64Array(size * size)
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1
  for (let sweep = 0; sweep < mostSweeps && !isDiagonal(work, size); sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(work, vectors, size, p, q)
    }
  }
  return sorted(work, vectors, size, scale)
}

function isDiagonal(work: Float64Array, size: number): boolean {
  let off = 0
  let on = 0
  work.forEach((value, index) => {
    if (index % (size + 1) === 0) on += value * value
    else off += value * value
  })
  return off <= 1e-32 * on
}

/** Turns entry (p, q) into 0: A becomes JᵀAJ, P becomes PJ. */
function rotate(
  work: Float64Array,
  vectors: Float64Array,
  size: number,
  p: number,
  q: number,
): void {
  const off = at(work, p * size + q)
  if (off === 0) return
  const theta = (at(work, q * size + q) - at(work, p * size + p)) / (2 * off)
  // Beyond 10¹⁵⁰ its square would be infinite; 1/2θ is then exact.
  const t =
    Math.abs(theta) > 1e150
      ? 1 / (2 * theta)
      : (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < size; k++) mix(work, k * size + p, k * size + q, c, s)
  for (let k = 0; k < size; k++) mix(work, p * size + k, q * size + k, c, s)
  for (let k = 0; k < size; k++) mix(vectors, k * size + p, k * size + q, c, s)
  work[p * size + q] = 0
  work[q * size + p] = 0
}

function mix(values: Float64Array, a: number, b: number, c: number, s: number): void {
  const x = at(values, a)
  const y = at(values, b)
  values[a] = c * x - s * y
  values[b] = s * x + c * y
}

function sorted(
  work: Float64Array,
  vectors: Float64Array,
  size: number,
  scale: number,
): Eigen {
  const diagonal = Array.from({ length: size }, (_, i) => scale * at(work, i * size + i))
  const order = diagonal
    .map((_, i) => i)
    .sort((a, b) => at(diagonal, b) - at(diagonal, a))
  return {
    values: Float64Array.from(order, (i) => at(diagonal, i)),
    vectors: Float64Array.from(vectors, (_, index) => {
      return at(vectors, index - (index % size) + at(order, index % size))
    }),
  }
}

/** The greatest size of an entry; 1 where all are 0. */
function checkedScale(matrix: ArrayLike<number>, size: number): number {
  if (!Number.isInteger(size) || size < 1 || matrix.length !== size * size) {
    throw new RangeError(`expected ${size} × ${size} entries, got ${matrix.length}`)
  }
  let scale = 0
  for (let i = 0; i < matrix.length; i++) scale = Math.max(scale, Math.abs(at(matrix, i)))
  if (!Number.isFinite(scale))
    throw new RangeError(`expected finite entries, got ${scale}`)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const value = at(matrix, i * size + j)
      const mirrored = at(matrix, j * size + i)
      if (Math.abs(value - mirrored) > 1e-9 * scale) {
        throw new RangeError(`expected a symmetric matrix, got ${value} and ${mirrored}`)
      }
    }
  }
  return scale === 0 ? 1 : scale
}
