/**
 * The finite-population correction: the share of people who were not asked, 1 − n/N.
 *
 * @param population N, at least n; null counts as infinitely many
 * @throws RangeError otherwise
 * @see Cochran (1977), Sampling Techniques, 2.6.
 */
export function leftOut(n: number, population: number | null): number {
  if (population === null) return 1
  if (!(n > 0 && n <= population && population < Infinity)) {
    throw new RangeError(`expected 0 < n ≤ N, got n = ${n}, N = ${population}`)
  }
  return (population - n) / population
}

/**
 * How many answers out of infinitely many people would tell as much as n out of N.
 *
 *   n* = n(N − 1)/(N − n)
 *
 * @param n 1 to N; need not be whole
 * @returns n or more; null when everybody was asked and nothing is left to chance
 * @throws RangeError otherwise
 * @see O'Neill (2021), Mathematical properties and finite-population correction for the
 *   Wilson score interval. Tested against R.
 */
export function effectiveAnswers(n: number, population: number): number | null {
  if (!(n >= 1 && n <= population && population < Infinity)) {
    throw new RangeError(`expected 1 ≤ n ≤ N, got n = ${n}, N = ${population}`)
  }
  return n === population ? null : (n * (population - 1)) / (population - n)
}
