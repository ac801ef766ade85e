import { regularisedBeta } from './incomplete-beta.ts'
import { upperGamma } from './incomplete-gamma.ts'
import { logHalfStep } from './log-gamma.ts'

/** The standard normal quantile at .975: z of every 95 % interval. */
export const z95 = 1.959963984540054

/**
 * P(Z > z) of the standard normal distribution: ½ Q(½, z²/2) for z ≥ 0.
 *
 * @throws RangeError when z is not a number
 * @see Abramowitz & Stegun (1964), 26.2.30. Tested against R.
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError(`expected a number, got ${z}`)
  const tail = upperGamma(0.5, (z * z) / 2) / 2
  return z < 0 ? 1 - tail : tail
}

/**
 * The value below which a share p of the standard normal distribution lies.
 *
 * @param p above 0, below 1
 * @throws RangeError otherwise
 * @see Tested against R.
 */
export function normalQuantile(p: number): number {
  const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  return p < 0.5
    ? -whereTailIs(p, normalTail, density)
    : whereTailIs(1 - p, normalTail, density)
}

/**
 * P(T > t) of Student's distribution.
 *
 *   P(T > t) = ½ Iₓ(ν/2, ½) for t ≥ 0,  x = ν/(ν + t²)
 *
 * @param df ν, degrees of freedom, above 0; need not be whole
 * @throws RangeError otherwise, or when t is not a number
 * @see Abramowitz & Stegun (1964), 26.7.1. Tested against R.
 */
export function tTail(t: number, df: number): number {
  if (Number.isNaN(t)) throw new RangeError(`expected a number, got ${t}`)
  checkDegrees(df)
  // Far out t² overflows, and ν/t² is all that is left of x.
  const ratio = t === 0 ? Infinity : df / t / t
  const x = ratio === Infinity ? 1 : ratio / (1 + ratio)
  const tail = regularisedBeta(x, df / 2, 0.5, 1 / (1 + ratio)) / 2
  return t < 0 ? 1 - tail : tail
}

/**
 * The value below which a share p of Student's distribution lies.
 *
 * @param p above 0, below 1
 * @param df ν, degrees of freedom, 1 or more; need not be whole
 * @throws RangeError otherwise
 * @see Tested against R.
 */
export function tQuantile(p: number, df: number): number {
  if (!(df >= 1 && df < Infinity)) {
    throw new RangeError(`expected 1 degree of freedom or more, got ${df}`)
  }
  const peak = Math.exp(logHalfStep(df / 2)) / Math.sqrt(Math.PI * df)
  const density = (t: number): number =>
    peak * Math.exp((-(df + 1) / 2) * Math.log1p((t / df) * t))
  const tail = (t: number): number => tTail(t, df)
  return p < 0.5 ? -whereTailIs(p, tail, density) : whereTailIs(1 - p, tail, density)
}

/**
 * P(X² > x) of the chi-squared distribution: Q(ν/2, x/2).
 *
 * @param x 0 or more
 * @param df ν, degrees of freedom, above 0
 * @throws RangeError otherwise
 * @see Abramowitz & Stegun (1964), 26.4.19. Tested against R.
 */
export function chiSquaredTail(x: number, df: number): number {
  checkDegrees(df)
  return upperGamma(df / 2, x / 2)
}

/**
 * Where the upper tail of a distribution symmetric about 0 is as large as `share`.
 *
 * The tail is convex above 0, so Newton's steps from 0 come nearer from the left and never
 * pass the place; where rounding stops them, they have arrived.
 */
function whereTailIs(
  share: number,
  tail: (at: number) => number,
  density: (at: number) => number,
): number {
  if (!(share >= 1e-300)) {
    throw new RangeError(`expected a share above 0 and below 1, got a tail of ${share}`)
  }
  let place = 0
  for (;;) {
    const next = place + (tail(place) - share) / density(place)
    if (!(next > place)) return place
    place = next
  }
}

function checkDegrees(df: number): void {
  if (!(df > 0 && df < Infinity)) {
    throw new RangeError(`expected degrees of freedom above 0, got ${df}`)
  }
}
