import { shareInterval } from './finite-share.ts'
import type { Sample } from './predictive.ts'
import type { Interval } from './quantile.ts'

/** How far two shares are apart, as a share: .1 is ten percentage points. */
export interface DifferenceOfShares {
  /** −1 to 1 */
  readonly difference: number
  /** at 95 %, −1 to 1 */
  readonly interval: Interval
}

/**
 * The difference of two groups' shares, p₁ − p₂, with Newcombe's interval.
 *
 *   from d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²)
 *
 * d = p₁ − p₂; l and u the ends of each share's own interval, see `shareInterval`: Wilson's
 * where N is unknown, as Newcombe has it, and those for finite populations where it is
 * known. The groups have nobody in common.
 *
 * @throws RangeError when not 0 ≤ k ≤ n ≤ N, when n or N is not whole, or without answers
 * @see Newcombe (1998), Statistics in Medicine 17, 873–890, method 10; Zou & Donner (2008),
 *   Statistics in Medicine 27, 1693–1702 (any intervals will do). Tested against R.
 */
export function differenceOfShares(first: Sample, second: Sample): DifferenceOfShares {
  const one = partOf(first)
  const other = partOf(second)
  const difference = one.share - other.share
  return {
    difference,
    interval: {
      low: Math.max(-1, difference - Math.hypot(one.below, other.above)),
      high: Math.min(1, difference + Math.hypot(one.above, other.below)),
    },
  }
}

/** A share and how far its interval reaches to either side. */
function partOf(sample: Sample): { share: number; below: number; above: number } {
  const { low, high } = shareInterval(sample)
  const share = sample.cases / sample.answered
  return { share, below: share - low, above: high - share }
}
