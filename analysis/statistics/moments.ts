import { at } from './at.ts'

/**
 * The mean: Σx / n.
 *
 * @returns in the unit of the values
 * @throws RangeError without values
 * @see Tested against R.
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('expected at least one value, got none')
  return sum(values) / values.length
}

/**
 * The sample standard deviation: √(Σ(x − x̄)² / (n − 1)).
 *
 * @returns in the unit of the values; 0 when all are equal
 * @throws RangeError with fewer than two values
 * @see Tested against R.
 */
export function standardDeviation(values: ArrayLike<number>): number {
  if (values.length < 2) {
    throw new RangeError(`expected at least two values, got ${values.length}`)
  }
  const centre = mean(values)
  const squares = Float64Array.from(values, (value) => (value - centre) ** 2)
  return Math.sqrt(sum(squares) / (values.length - 1))
}

/** Σx; 0 without values. */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += at(values, i)
  return total
}
