import { at } from './at.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * The value below which a share p of the values lies, by straight lines between the sorted
 * values.
 *
 *   Q(p) = x₍j₎ + (h − j)(x₍j+1₎ − x₍j₎),  h = (n − 1)p + 1,  j = ⌊h⌋
 *
 * @param p 0 (the least) to 1 (the greatest)
 * @returns in the unit of the values
 * @throws RangeError without values, or with a p outside 0 to 1
 * @see Hyndman & Fan (1996), The American Statistician 50, 361–365, type 7. Tested
 *   against R.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), p)
}

/**
 * The interval that leaves the same share of values out at both ends.
 *
 * @param level share inside, 0 to 1, such as .90
 * @throws RangeError without values, or with a level outside 0 to 1
 * @see Quantiles of type 7, as above.
 */
export function centralInterval(values: ArrayLike<number>, level: number): Interval {
  const sorted = Float64Array.from(values).sort()
  return {
    low: quantileOfSorted(sorted, (1 - level) / 2),
    high: quantileOfSorted(sorted, (1 + level) / 2),
  }
}

function quantileOfSorted(sorted: Float64Array, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`expected a share from 0 to 1, got ${p}`)
  if (sorted.length === 0) throw new RangeError('expected at least one value, got none')
  const h = (sorted.length - 1) * p
  const below = at(sorted, Math.floor(h))
  const above = at(sorted, Math.ceil(h))
  return below + (h - Math.floor(h)) * (above - below)
}
