import { logFactorial } from './log-factorial.ts'
import type { Interval } from './quantile.ts'

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
