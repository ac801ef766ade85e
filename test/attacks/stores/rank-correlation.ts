/**
 * Kendall's τ-b: how far two orders agree, from −1 to 1; 0 for independent ones. Ties count for
 * neither side, so that a few large groups in the right order still show.
 *
 *   τ = (C − D) / √((P − T₁)(P − T₂))
 *
 * C concordant and D discordant pairs, P all pairs, T pairs tied in one order.
 *
 * @returns 0 when one side is all ties
 * @see Kendall (1945), Biometrika 33, 239–251.
 */
export function kendallTau(one: readonly number[], other: readonly number[]): number {
  let [agreement, first, second] = [0, 0, 0]
  for (let i = 0; i < one.length; i++) {
    for (let j = i + 1; j < one.length; j++) {
      const a = Math.sign((one[i] ?? 0) - (one[j] ?? 0))
      const b = Math.sign((other[i] ?? 0) - (other[j] ?? 0))
      agreement += a * b
      first += a * a
      second += b * b
    }
  }
  return first * second === 0 ? 0 : agreement / Math.sqrt(first * second)
}

/**
 * What |τ| of two independent orders of n things practically never reaches: five and a half
 * standard deviations, σ² = 2(2n + 5) / (9n(n − 1)). Less than once in ten million; not
 * below the tenth that the claim names.
 */
export function chanceBound(n: number): number {
  const deviation = Math.sqrt((2 * (2 * n + 5)) / (9 * n * (n - 1)))
  return Math.max(0.1, 5.5 * deviation)
}
