import { stirlingTail } from './log-factorial.ts'

/** From here on the series of `stirlingTail` is exact to double precision. */
const seriesFrom = 20

/**
 * What Stirling's formula leaves out of log Γ(x), also between whole numbers.
 *
 *   log Γ(x) = (x − ½) log x − x + ½ log 2π + δ(x)
 *   δ(x) = δ(x + 1) + (x + ½) log(1 + 1/x) − 1
 *
 * @param x above 0
 * @throws RangeError otherwise
 * @see Abramowitz & Stegun (1964), 6.1.15 and 6.1.41. Tested against R.
 */
export function stirlingError(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`expected x above 0, got ${x}`)
  let error = 0
  let at = x
  for (; at < seriesFrom; at++) error += (at + 0.5) * logStep(at) - 1
  return error + stirlingTail(at - 1)
}

/** log((x + 1)/x), in the way that keeps the digits. */
function logStep(x: number): number {
  return x < 1 ? Math.log1p(x) - Math.log(x) : Math.log1p(1 / x)
}

/**
 * log(Γ(x + ½)/Γ(x)), without ever computing either.
 *
 *   ½ log x + x log(1 + 1/2x) − ½ + δ(x + ½) − δ(x)
 *
 * @param x above 0
 * @throws RangeError otherwise
 * @see Stirling's formula as above. Tested against R.
 */
export function logHalfStep(x: number): number {
  const errors = stirlingError(x + 0.5) - stirlingError(x)
  return 0.5 * Math.log(x) + x * Math.log1p(1 / (2 * x)) - 0.5 + errors
}

/**
 * log r − (r − 1), where taking the difference would lose digits.
 *
 *   log r = 2(s + s³/3 + s⁵/5 + …),  s = (r − 1)/(r + 1),  so  2s − (r − 1) = −s(r − 1)
 *
 * @param ratio r, above 0; may be infinite
 * @returns 0 or less
 */
export function logExcess(ratio: number): number {
  const beyond = ratio - 1
  if (beyond === Infinity) return -Infinity
  if (Math.abs(beyond) > 0.5) return Math.log(ratio) - beyond
  const s = beyond / (ratio + 1)
  let power = s
  let series = 0
  for (let k = 3; k < 45; k += 2) {
    power *= s * s
    series += power / k
  }
  return 2 * series - s * beyond
}
