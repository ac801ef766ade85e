import { z95 as z } from './distributions.ts'
import { effectiveAnswers } from './finite-population.ts'
import type { Interval } from './quantile.ts'

/**
 * Wilson's interval for a share, without continuity correction.
 *
 *   (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n),  p = x/n
 *
 * @param x how many of them, 0 to n; need not be whole
 * @param n how many were asked, above 0; need not be whole
 * @returns two shares, 0 to 1, at 95 %
 * @throws RangeError otherwise
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209–212. Tested
 *   against R and against surveys analysed in R.
 */
export function wilson(x: number, n: number): Interval {
  checkCount(x, n)
  const p = x / n
  const { low, high } = scoreEnds(p, n)
  // Rounding can leave the ends a hair outside; x = 0 and x = n reach them exactly.
  return {
    low: x === 0 ? 0 : Math.max(0, low),
    high: x === n ? 1 : Math.min(1, high),
  }
}

/**
 * Wilson's interval with continuity correction: the low end for p − 1/2n in place of p, the
 * high end for p + 1/2n. Wider than `wilson`, on the safe side.
 *
 * @param x how many of them, 0 to n; need not be whole
 * @param n how many were asked, above 0; need not be whole
 * @returns two shares, 0 to 1, at 95 %
 * @throws RangeError otherwise
 * @see Newcombe (1998), Statistics in Medicine 17, 857–872, method 4. Tested against R,
 *   which differs within half a case of x = n/2: its correction falls to nothing there,
 *   because prop.test also tests p = ½.
 */
export function wilsonCorrected(x: number, n: number): Interval {
  checkCount(x, n)
  const below = (x - 0.5) / n
  const above = (x + 0.5) / n
  return {
    low: below <= 0 ? 0 : scoreEnds(below, n).low,
    high: above >= 1 ? 1 : scoreEnds(above, n).high,
  }
}

/**
 * Wilson's interval where n of a whole of N were asked: n* in place of n.
 *
 * Not for a very small N: 0 of 20 of 25 gives an upper end below 1/25, although one case
 * among the five who did not answer is quite possible. Up to N = 200 use
 * `hypergeometricInterval` or `predictiveInterval`.
 *
 * @param x how many of them, 0 to n
 * @param n how many were asked, 1 to N
 * @param population N, at least n
 * @returns two shares, 0 to 1, at 95 %; both x/n when everybody was asked
 * @throws RangeError otherwise
 * @see O'Neill (2021), Mathematical properties and finite-population correction for the
 *   Wilson score interval. Tested against R.
 */
export function wilsonFinite(x: number, n: number, population: number): Interval {
  checkCount(x, n)
  const effective = effectiveAnswers(n, population)
  if (effective === null) return { low: x / n, high: x / n }
  return wilson((x / n) * effective, effective)
}

/** @throws RangeError unless 0 ≤ x ≤ n and n > 0 */
export function checkCount(x: number, n: number): void {
  if (!(n > 0 && n < Infinity && x >= 0 && x <= n)) {
    throw new RangeError(`expected 0 ≤ x ≤ n and n > 0, got x = ${x}, n = ${n}`)
  }
}

function scoreEnds(p: number, n: number): Interval {
  const centre = p + (z * z) / (2 * n)
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const width = 1 + (z * z) / n
  return { low: (centre - half) / width, high: (centre + half) / width }
}
