import { betaQuantile, regularisedBeta } from './incomplete-beta.ts'

/**
 * The share of the F distribution at or above a value: the p of an F test.
 *
 *   P(F ≥ f) = I_y(d₂/2, d₁/2),  y = d₂ / (d₂ + d₁ f)
 *
 * @param f 0 or more
 * @param d1 degrees of freedom of the numerator, 1 to 10⁹
 * @param d2 of the denominator, 1 to 10⁹
 * @returns 0 to 1
 * @throws RangeError otherwise
 * @see Abramowitz & Stegun (1964), 26.6.2. Tested against R.
 */
export function upperShareOfF(f: number, d1: number, d2: number): number {
  if (!(f >= 0 && f < Infinity)) throw new RangeError(`expected F ≥ 0, got ${f}`)
  checkFreedom(d1, d2)
  return regularisedBeta(d2 / (d2 + d1 * f), d2 / 2, d1 / 2)
}

/**
 * The value below which a share p of the F distribution lies.
 *
 * @param p above 0, below 1
 * @param d1 degrees of freedom of the numerator, 1 to 10⁹
 * @param d2 of the denominator, 1 to 10⁹
 * @returns above 0
 * @throws RangeError otherwise, or when the value is too large for a number
 * @see Tested against R.
 */
export function quantileOfF(p: number, d1: number, d2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`expected a share inside 0 to 1, got ${p}`)
  checkFreedom(d1, d2)
  const x = betaQuantile(p, d1 / 2, d2 / 2)
  const value = (x / (1 - x)) * (d2 / d1)
  if (!Number.isFinite(value)) {
    throw new RangeError(`expected an F within the range of numbers, got ${value}`)
  }
  return value
}

function checkFreedom(d1: number, d2: number): void {
  if (!(d1 >= 1 && d1 <= 1e9 && d2 >= 1 && d2 <= 1e9)) {
    throw new RangeError(`expected degrees of freedom from 1 to 10⁹, got ${d1} and ${d2}`)
  }
}
