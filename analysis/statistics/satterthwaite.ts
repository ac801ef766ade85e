/** One of the variances that add up to the variance of a result. */
export interface VariancePart {
  readonly variance: number
  /** degrees of freedom it was estimated with; above 0 where the variance is */
  readonly df: number
}

/**
 * The degrees of freedom of a sum of variances.
 *
 *   ν = (Σ v_i)² / Σ (v_i²/ν_i)
 *
 * @returns between the smallest ν_i and Σ ν_i; null where all variances are 0 and nothing
 *   is left to chance
 * @see Satterthwaite (1946), Biometrics Bulletin 2, 110–114. Tested against R.
 */
export function satterthwaite(parts: readonly VariancePart[]): number | null {
  const total = parts.reduce((sum, { variance }) => sum + variance, 0)
  if (total === 0) return null
  const spread = parts
    .filter(({ variance }) => variance > 0)
    .reduce((sum, { variance, df }) => sum + (variance / total) ** 2 / df, 0)
  return 1 / spread
}
