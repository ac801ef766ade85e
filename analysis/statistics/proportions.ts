import { logFactorial } from './log-factorial.ts'
import type { Interval } from './quantile.ts'

/** The standard normal quantile at .975: all intervals here are 95 % intervals. */
const z = 1.959963984540054

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
  if (!(n > 0 && x >= 0 && x <= n)) {
    throw new RangeError(`expected 0 ≤ x ≤ n and n > 0, got x = ${x}, n = ${n}`)
  }
  const p = x / n
  const centre = p + (z * z) / (2 * n)
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const width = 1 + (z * z) / n
  // Rounding can leave the ends a hair outside; x = 0 and x = n reach them exactly.
  return {
    low: x === 0 ? 0 : Math.max(0, (centre - half) / width),
    high: x === n ? 1 : Math.min(1, (centre + half) / width),
  }
}

/**
 * Wilson's interval where n of a whole of N were asked: n* = n(N − 1)/(N − n) in place of n.
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
  if (!(n >= 1 && n <= population)) {
    throw new RangeError(`expected 1 ≤ n ≤ N, got n = ${n}, N = ${population}`)
  }
  if (n === population) return census(x, n)
  const effective = (n * (population - 1)) / (population - n)
  return wilson((x / n) * effective, effective)
}

function census(x: number, n: number): Interval {
  if (!(x >= 0 && x <= n)) throw new RangeError(`expected 0 ≤ x ≤ n, got ${x} of ${n}`)
  return { low: x / n, high: x / n }
}

/**
 * The numbers of cases among all N people that go with x cases among the n who answered,
 * when those were drawn at random: every K with both tails above 2.5 %.
 *
 *   P(X ≤ x | K) > .025  and  P(X ≥ x | K) > .025,  X hypergeometric
 *
 * @param x whole, 0 to n
 * @param n whole, 1 to N
 * @param population N, whole
 * @returns two whole numbers of people, x to N − (n − x), at 95 %
 * @throws RangeError otherwise
 * @see Wright (1991), Exact Confidence Bounds when Sampling from Small Finite Universes.
 *   Tested against R.
 */
export function hypergeometricInterval(
  x: number,
  n: number,
  population: number,
): Interval {
  if (![x, n, population].every(Number.isInteger)) {
    throw new RangeError(`expected whole numbers, got ${x}, ${n} and ${population}`)
  }
  if (!(x >= 0 && x <= n && n >= 1 && n <= population)) {
    throw new RangeError(`expected 0 ≤ x ≤ n ≤ N, got ${x}, ${n} and ${population}`)
  }
  // Both tails change in one direction as K grows, so each end is found by halving.
  const least = x
  const most = population - (n - x)
  const low = firstWhere(
    least,
    most,
    (cases) => upperTail(x, n, population, cases) > 0.025,
  )
  const beyond = firstWhere(
    low + 1,
    most + 1,
    (cases) => cases > most || lowerTail(x, n, population, cases) <= 0.025,
  )
  return { low, high: beyond - 1 }
}

/** The first whole number from `from` to `to` where the test holds; it holds at `to`. */
function firstWhere(from: number, to: number, holds: (value: number) => boolean): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** P(X ≤ x) for `cases` cases among all. */
function lowerTail(x: number, n: number, population: number, cases: number): number {
  let total = 0
  for (let i = Math.max(0, n - (population - cases)); i <= x; i++) {
    total += chanceOf(i, n, population, cases)
  }
  return total
}

/** P(X ≥ x) for `cases` cases among all. */
function upperTail(x: number, n: number, population: number, cases: number): number {
  let total = 0
  for (let i = x; i <= Math.min(n, cases); i++) total += chanceOf(i, n, population, cases)
  return total
}

/** P(X = x): (cases over x)(others over n − x) / (N over n). */
function chanceOf(x: number, n: number, population: number, cases: number): number {
  return Math.exp(
    logChoose(cases, x) + logChoose(population - cases, n - x) - logChoose(population, n),
  )
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}
