import { betaQuantile } from './incomplete-beta.ts'
import { checkCount } from './proportions.ts'
import type { Interval } from './quantile.ts'

/**
 * Clopper and Pearson's exact interval for a share among infinitely many people: every
 * share with both tails of the binomial distribution above 2.5 %. It never holds less than
 * its level, and mostly more.
 *
 *   from B(.025; x, n − x + 1) to B(.975; x + 1, n − x)
 *
 * B the beta distribution's quantile.
 *
 * @param x how many of them, 0 to n; need not be whole
 * @param n how many were asked, above 0; need not be whole
 * @returns two shares, 0 to 1, at 95 %
 * @throws RangeError otherwise
 * @see Clopper & Pearson (1934), Biometrika 26, 404–413. Tested against R and against
 *   surveys analysed in R.
 */
export function clopperPearson(x: number, n: number): Interval {
  checkCount(x, n)
  return {
    low: x === 0 ? 0 : betaQuantile(0.025, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(0.975, x + 1, n - x),
  }
}
