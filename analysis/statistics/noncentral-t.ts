import { normalTail, tTail } from './distributions.ts'
import { cohensD, degreesOf, exactCorrection, type Group } from './effect-sizes.ts'
import { regularisedBeta } from './incomplete-beta.ts'
import { gammaTerm } from './incomplete-gamma.ts'
import type { Interval } from './quantile.ts'

/** The number of terms grows with δ; beyond this a sum is no longer the way. */
const greatestShift = 1000
/** Up to this t an interval takes less than a second. */
const greatestT = 40

/**
 * P(T ≤ t) of the noncentral t distribution: of (Z + δ)/√(χ²_ν/ν).
 *
 *   Φ(−δ) + ½ Σ_h ±[e⁻ᵐ mʰ⁻½/Γ(h + ½)] I_x(h, ν/2),  h = ½, 1, 1½, …
 *
 * m = δ²/2, x = t²/(ν + t²), for t ≥ 0; where δ < 0 every whole h counts negative.
 *
 * @param df ν, above 0
 * @param shift δ, −1000 to 1000
 * @returns 0 to 1
 * @throws RangeError when a letter is no number or outside its range
 * @see Lenth (1989), Applied Statistics 38, 185–189. Tested against R.
 */
export function noncentralT(t: number, df: number, shift: number): number {
  if (!(Math.abs(shift) <= greatestShift)) {
    throw new RangeError(`expected δ up to ${greatestShift}, got ${shift}`)
  }
  if (shift === 0) return 1 - tTail(t, df)
  if (t < 0) return 1 - noncentralT(-t, df, -shift)
  const x = 1 / (1 + df / t / t)
  const rest = 1 / (1 + (t / df) * t)
  const m = (shift * shift) / 2
  // Beyond these the terms are too small to change the sum.
  const reach = 8 * Math.sqrt(2 * m) + 60
  let total = 0
  const first = Math.max(1, Math.floor(2 * (m - reach)))
  for (let twice = first; twice < 2 * (m + reach); twice++) {
    const h = twice / 2
    const term = (gammaTerm(h + 0.5, m) / m) * regularisedBeta(x, h, df / 2, rest)
    total += shift < 0 && twice % 2 === 0 ? -term : term
  }
  return Math.min(1, Math.max(0, normalTail(shift) + total / 2))
}

/**
 * The interval of Hedges' g from the noncentral t distribution: every δ under which the
 * observed t has both tails above 2.5 %, as a g.
 *
 *   t = d √(n₁n₂/(n₁ + n₂));  g = J δ/√(n₁n₂/(n₁ + n₂))
 *
 * @returns unitless, at 95 %; null where |t| is above 40, which takes groups that hardly
 *   overlap or very many people: see `hedgesInterval` there
 * @throws RangeError as `cohensD`
 * @see Steiger & Fouladi (1997), in Harlow et al., What If There Were No Significance
 *   Tests, 221–257. Tested against R and against surveys analysed in R.
 */
export function noncentralInterval(first: Group, second: Group): Interval | null {
  const df = degreesOf(first, second)
  const n = first.answered + second.answered
  const scale = Math.sqrt((first.answered / n) * second.answered)
  const t = cohensD(first, second) * scale
  if (Math.abs(t) > greatestT) return null
  const factor = exactCorrection(df) / scale
  return {
    low: factor * shiftWhere(0.975, t, df),
    high: factor * shiftWhere(0.025, t, df),
  }
}

/** The δ under which P(T ≤ t) is p; P falls as δ grows. */
function shiftWhere(p: number, t: number, df: number): number {
  let reach = 4 * Math.sqrt(1 + (t * t) / (2 * df))
  while (noncentralT(t, df, t - reach) < p || noncentralT(t, df, t + reach) > p)
    reach *= 2
  let low = t - reach
  let high = t + reach
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (noncentralT(t, df, middle) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
