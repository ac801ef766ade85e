import { z95 as z } from './distributions.ts'
import { effectiveAnswers } from './finite-population.ts'
import { checkCount } from './proportions.ts'
import type { Interval } from './quantile.ts'

/**
 * Agresti and Coull's interval for a share: Wald's, after z²/2 cases and as many others
 * have been added. It has Wilson's middle and is a little wider.
 *
 *   p̃ ± z √(p̃(1 − p̃)/ñ),  ñ = n + z²,  p̃ = (x + z²/2)/ñ
 *
 * @param x how many of them, 0 to n; need not be whole
 * @param n how many were asked, above 0; need not be whole
 * @returns two shares at 95 %, cut off at 0 and 1
 * @throws RangeError otherwise
 * @see Agresti & Coull (1998), The American Statistician 52, 119–126. Tested against R and
 *   against surveys analysed in R.
 */
export function agrestiCoull(x: number, n: number): Interval {
  checkCount(x, n)
  const enlarged = n + z * z
  const p = (x + (z * z) / 2) / enlarged
  const half = z * Math.sqrt((p * (1 - p)) / enlarged)
  return { low: Math.max(0, p - half), high: Math.min(1, p + half) }
}

/**
 * Agresti and Coull's interval where n of a whole of N were asked: n* in place of n. For a
 * very small N it has the weakness of `wilsonFinite`.
 *
 * @param x how many of them, 0 to n
 * @param n how many were asked, 1 to N
 * @param population N, at least n
 * @returns two shares at 95 %, cut off at 0 and 1; both x/n when everybody was asked
 * @throws RangeError otherwise
 * @see O'Neill (2021), as for `wilsonFinite`. Tested against R.
 */
export function agrestiCoullFinite(x: number, n: number, population: number): Interval {
  checkCount(x, n)
  const effective = effectiveAnswers(n, population)
  if (effective === null) return { low: x / n, high: x / n }
  return agrestiCoull((x / n) * effective, effective)
}
