import { z95 as z } from './distributions.ts'
import { leftOut } from './finite-population.ts'
import { checkCount } from './proportions.ts'
import type { Interval } from './quantile.ts'

/**
 * The standard error of a share by the design of the survey.
 *
 *   √((1 − n/N) p(1 − p)/(n − 1)),  p = x/n
 *
 * It is 0 for x = 0 and x = n, whatever n is: say nothing from it alone.
 *
 * @param x how many of them, 0 to n; need not be whole
 * @param n how many were asked, above 1, at most N
 * @param population N; null where nobody knows, which counts as infinitely many
 * @returns in shares; 0 when everybody was asked
 * @throws RangeError otherwise
 * @see Cochran (1977), Sampling Techniques, 3.2. Tested against R and against surveys
 *   analysed in R.
 */
export function shareError(x: number, n: number, population: number | null): number {
  checkCount(x, n)
  if (!(n > 1)) throw new RangeError(`expected more than one answer, got ${n}`)
  const p = x / n
  return Math.sqrt((leftOut(n, population) * p * (1 - p)) / (n - 1))
}

/**
 * Wald's interval for a share, for comparison only: near 0 and 1 and for small n it is far
 * too narrow. `wilson` is the one to use.
 *
 *   p ± z √(p(1 − p)/n),  p = x/n
 *
 * @param x how many of them, 0 to n; need not be whole
 * @param n how many were asked, above 0; need not be whole
 * @returns two shares at 95 %, cut off at 0 and 1
 * @throws RangeError otherwise
 * @see Brown, Cai & DasGupta (2001), Statistical Science 16, 101–133. Tested against R and
 *   against surveys analysed in R.
 */
export function wald(x: number, n: number): Interval {
  checkCount(x, n)
  const p = x / n
  return around(p, Math.sqrt((p * (1 - p)) / n))
}

/**
 * Wald's interval with the standard error of the design: p ± z SE, SE as `shareError`.
 *
 * @returns two shares at 95 %, cut off at 0 and 1; both x/n when everybody was asked
 * @throws RangeError as `shareError`
 * @see Cochran (1977), Sampling Techniques, 3.6. Tested against R.
 */
export function waldFinite(x: number, n: number, population: number): Interval {
  return around(x / n, shareError(x, n, population))
}

function around(p: number, error: number): Interval {
  return { low: Math.max(0, p - z * error), high: Math.min(1, p + z * error) }
}
