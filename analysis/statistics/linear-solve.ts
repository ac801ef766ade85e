import { at } from './at.ts'

/** A pivot below this share of the greatest entry is taken for 0. */
const smallestPivot = 1e-12

/**
 * Solves A x = b by Gaussian elimination with row exchanges.
 *
 * @param matrix A, n × n, row by row; overwritten
 * @param right b; overwritten by x
 * @returns whether there is one solution
 * @see Golub & Van Loan (2013), Matrix Computations, 3.4. Tested against R.
 */
export function solveInPlace(matrix: Float64Array, right: Float64Array): boolean {
  const size = right.length
  const least = smallestPivot * greatest(matrix)
  for (let step = 0; step < size; step++) {
    const pivot = pivotRow(matrix, size, step)
    if (!(Math.abs(at(matrix, pivot * size + step)) > least)) return false
    if (pivot !== step) exchange(matrix, right, pivot, step)
    for (let row = step + 1; row < size; row++) eliminate(matrix, right, step, row)
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = at(right, row)
    for (let j = row + 1; j < size; j++) {
      value -= at(matrix, row * size + j) * at(right, j)
    }
    right[row] = value / at(matrix, row * size + row)
  }
  return right.every(Number.isFinite)
}

function greatest(matrix: Float64Array): number {
  return matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}

/** The row, from `step` on, with the greatest entry in column `step`. */
function pivotRow(matrix: Float64Array, size: number, step: number): number {
  let pivot = step
  for (let row = step + 1; row < size; row++) {
    const value = Math.abs(at(matrix, row * size + step))
    if (value > Math.abs(at(matrix, pivot * size + step))) pivot = row
  }
  return pivot
}

function exchange(matrix: Float64Array, right: Float64Array, a: number, b: number): void {
  const size = right.length
  for (let j = 0; j < size; j++) {
    const kept = at(matrix, a * size + j)
    matrix[a * size + j] = at(matrix, b * size + j)
    matrix[b * size + j] = kept
  }
  const kept = at(right, a)
  right[a] = at(right, b)
  right[b] = kept
}

function eliminate(
  matrix: Float64Array,
  right: Float64Array,
  step: number,
  row: number,
): void {
  const size = right.length
  const factor = at(matrix, row * size + step) / at(matrix, step * size + step)
  for (let j = step; j < size; j++) {
    matrix[row * size + j] =
      at(matrix, row * size + j) - factor * at(matrix, step * size + j)
  }
  right[row] = at(right, row) - factor * at(right, step)
}
