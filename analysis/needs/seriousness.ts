import { parameters } from './parameters.ts'

/**
 * How much harm a case does, step 3 of the method.
 *
 *   s = .5 severity + .3 I + .2 impact, or without impact (.5 severity + .3 I) / .8
 *
 * @param severity of the construct, 0–1
 * @param shareHigh I: share of high need among the elevated, 0–1
 * @param workImpact 0–1; null where it was not computed
 * @returns 0–1
 */
export function seriousness(
  severity: number,
  shareHigh: number,
  workImpact: number | null,
): number {
  const weights = parameters.seriousness
  const known = weights.severity * severity + weights.shareHigh * shareHigh
  if (workImpact !== null) return known + weights.workImpact * workImpact
  return known / (weights.severity + weights.shareHigh)
}

/**
 * I, the share of high need among the elevated: (m + 1) / (k + 2).
 *
 * @returns 0–1
 */
export function shareHighAmongElevated(high: number, elevated: number): number {
  return (high + 1) / (elevated + 2)
}

/**
 * The need as the survey has it, step 4 of the method.
 *
 *   S = 100 (1 − e^(−u/τ)),  u = π^E · s
 *
 * u is the burden: serious cases per employee. S grows almost in proportion to it where
 * burdens are small and levels off where nearly everybody is concerned.
 *
 * @param rate π^E, 0–1
 * @param serious s, 0–1
 * @param scale τ, above 0
 * @returns 0–100
 */
export function surveyNeed(
  rate: number,
  serious: number,
  scale: number = parameters.burdenScale,
): number {
  return -100 * Math.expm1((-rate * serious) / scale)
}
