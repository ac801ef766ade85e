import { at } from './at.ts'

/** The first values, where the series is not yet exact to double precision. */
const firstTails = Float64Array.from({ length: 16 }, (_, k) => {
  let logarithm = 0
  for (let i = 2; i <= k; i++) logarithm += Math.log(i)
  return logarithm - withoutTail(k)
})

/**
 * What Stirling's formula leaves out of log k!.
 *
 *   log k! = ½ log 2π + (k + ½) log(k + 1) − (k + 1) + tail(k)
 *   tail(k) ≈ 1/12x − 1/360x³ + 1/1260x⁵ − 1/1680x⁷,  x = k + 1
 *
 * @param k a whole number, 0 or more
 * @see Hörmann (1993), Journal of Statistical Computation and Simulation 46, 101–110.
 */
export function stirlingTail(k: number): number {
  if (k < firstTails.length) return at(firstTails, k)
  const x = k + 1
  const y = 1 / (x * x)
  return (1 / 12 - (1 / 360 - (1 / 1260 - y / 1680) * y) * y) / x
}

/**
 * log k!, without ever computing k!.
 *
 * @param k a whole number, 0 or more
 * @throws RangeError otherwise
 * @see Abramowitz & Stegun (1964), 6.1.41. Tested against R.
 */
export function logFactorial(k: number): number {
  if (!Number.isInteger(k) || k < 0) {
    throw new RangeError(`expected a whole number of 0 or more, got ${k}`)
  }
  return withoutTail(k) + stirlingTail(k)
}

function withoutTail(k: number): number {
  return 0.5 * Math.log(2 * Math.PI) + (k + 0.5) * Math.log(k + 1) - (k + 1)
}
