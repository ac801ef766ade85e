import { logExcess, stirlingError } from './log-gamma.ts'

/**
 * Q(a, x): what part of the gamma distribution with shape a lies above x.
 *
 *   Q(a, x) = 1 − xᵃe⁻ˣ/Γ(a + 1) · (1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …)
 *           = xᵃe⁻ˣ/Γ(a) · 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …))
 *
 * @param a above 0
 * @param x 0 or more
 * @returns 0 to 1
 * @throws RangeError otherwise
 * @see Abramowitz & Stegun (1964), 6.5.29 and 6.5.31. Tested against R.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`expected a above 0, got ${a}`)
  if (!(x >= 0)) throw new RangeError(`expected x of 0 or more, got ${x}`)
  if (x === 0) return 1
  if (x === Infinity) return 0
  return x < a + 1
    ? 1 - (gammaTerm(a, x) / a) * series(a, x)
    : gammaTerm(a, x) * fraction(a, x)
}

/**
 * xᵃe⁻ˣ/Γ(a), without ever computing any of the three.
 *
 * @param a above 0
 * @param x above 0
 */
export function gammaTerm(a: number, x: number): number {
  const power = a * logExcess(x / a) - stirlingError(a)
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(power)
}

function series(a: number, x: number): number {
  let term = 1
  let total = 1
  for (let n = 1; term > 1e-17 * total; n++) {
    term *= x / (a + n)
    total += term
  }
  return total
}

/** By Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let value = d
  for (let n = 1; n < 1e6; n++) {
    const numerator = n * (a - n)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    value *= d * c
    if (Math.abs(d * c - 1) < 4e-16) break
  }
  return value
}
