import { stirlingTail } from './log-factorial.ts'
import type { Random } from './random.ts'

/**
 * One draw from the binomial distribution: how many of n people, each with chance p.
 *
 * Exact, and as fast for 200,000 people as for 20: by inversion where fewer than ten are
 * expected, else by Hörmann's transformed rejection (BTRS).
 *
 * @param n a whole number, 0 or more
 * @param p 0 to 1
 * @throws RangeError otherwise
 * @see Kachitvichyanukul & Schmeiser (1988), Communications of the ACM 31, 216–222
 *   (inversion); Hörmann (1993), Journal of Statistical Computation and Simulation 46,
 *   101–110. Tested against R.
 */
export function drawBinomial(random: Random, n: number, p: number): number {
  if (!Number.isInteger(n) || n < 0) {
    throw new RangeError(`expected a whole number of 0 or more, got ${n}`)
  }
  if (!(p >= 0 && p <= 1)) throw new RangeError(`expected a chance from 0 to 1, got ${p}`)
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p)
  if (n === 0 || p === 0) return 0
  return n * p < 10 ? byInversion(random, n, p) : byRejection(random, n, p)
}

/** Walks up the distribution: P(0) = qⁿ, P(x + 1) = P(x) · (n − x)/(x + 1) · p/q. */
function byInversion(random: Random, n: number, p: number): number {
  const odds = p / (1 - p)
  const none = Math.exp(n * Math.log1p(-p))
  for (;;) {
    let left = random()
    let chance = none
    for (let x = 0; x <= n; x++) {
      if (left < chance) return x
      left -= chance
      chance *= ((n - x) / (x + 1)) * odds
    }
    // Rounding left a sliver above the last chance: draw again.
  }
}

/** Hörmann's BTRS, for n·p ≥ 10 and p ≤ ½; letters as in the paper. */
function byRejection(random: Random, n: number, p: number): number {
  const spq = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spq
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const c = n * p + 0.5
  const squeeze = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spq

  for (;;) {
    const u = random() - 0.5
    const v = 1 - random()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + c)
    if (us >= 0.07 && v <= squeeze) return k
    if (!(k >= 0 && k <= n)) continue
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= logRatioToMode(k, n, p)) return k
  }
}

/** log P(k)/P(mode), by Stirling's formula with its tail. */
function logRatioToMode(k: number, n: number, p: number): number {
  const mode = Math.floor((n + 1) * p)
  const odds = p / (1 - p)
  return (
    (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
    (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
    (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
    stirlingTail(mode) +
    stirlingTail(n - mode) -
    stirlingTail(k) -
    stirlingTail(n - k)
  )
}
