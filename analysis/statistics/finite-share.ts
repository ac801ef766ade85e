import { hypergeometricInterval } from './hypergeometric.ts'
import { checkSample, type Sample } from './predictive.ts'
import { wilson, wilsonFinite } from './proportions.ts'
import type { Interval } from './quantile.ts'

/** Up to this N Wilson's interval leaves out what is quite possible; see `wilsonFinite`. */
const exactUpTo = 200

/**
 * The interval for a share among all N people in closed form, when those who answered are
 * like those who did not: the exact one up to N = 200, beyond it Wilson's for a finite
 * population, and Wilson's own where nobody knows N.
 *
 * A k between two whole numbers gets the low end of the lower and the high end of the
 * higher one.
 *
 * @param sample with n of 1 or more
 * @returns two shares, 0 to 1, at 95 %; both k/n when everybody answered
 * @throws RangeError when not 0 ≤ k ≤ n ≤ N, when n or N is not whole, or without answers
 * @see `hypergeometricInterval`, `wilsonFinite` and `wilson`. Tested against R.
 */
export function shareInterval(sample: Sample): Interval {
  checkSample(sample)
  const { cases, answered, population } = sample
  if (population === null) return wilson(cases, answered)
  if (population > exactUpTo || answered === population) {
    return wilsonFinite(cases, answered, population)
  }
  const { low } = hypergeometricInterval(Math.floor(cases), answered, population)
  const { high } = hypergeometricInterval(Math.ceil(cases), answered, population)
  // Whole numbers of people may all lie to one side of k/n.
  const share = cases / answered
  return {
    low: Math.min(share, low / population),
    high: Math.max(share, high / population),
  }
}
