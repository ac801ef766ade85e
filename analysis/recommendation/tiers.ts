import { parameters } from '../needs/parameters.ts'
import type { Recommendation, Tier } from './recommendation.ts'

/** As they are listed: what is always there, what must be done, and then by strength. */
export const tierOrder: readonly Tier[] = [
  'core',
  'must-address',
  'recommend',
  'consider',
  'not-now',
  'do-not-offer',
]

/**
 * The tier by scores alone, step 8 of the method: *recommend* where priority stands above
 * the line of 30 in 80 % of the draws; *consider* in 50 %, or above 20 in 80 %.
 *
 * @param aboveLine P(priority ≥ 30), as released
 * @param aboveLowerLine P(priority ≥ 20), as released
 */
export function tierOf(aboveLine: number, aboveLowerLine: number): Tier {
  const { recommend, consider } = parameters.tiers
  if (aboveLine >= recommend) return 'recommend'
  return aboveLine >= consider || aboveLowerLine >= recommend ? 'consider' : 'not-now'
}

/** The stronger of two tiers. */
export function atLeast(tier: Tier, least: Tier): Tier {
  return tierOrder.indexOf(tier) <= tierOrder.indexOf(least) ? tier : least
}

/**
 * A tier from scores, no stronger than *consider*. Little trust in the survey weakens what
 * it recommends, not what is core or a duty.
 */
export function atMostConsider(tier: Tier): Tier {
  return tier === 'recommend' ? 'consider' : tier
}

/** The order of a list of recommendations: by tier, then by priority, then by id. */
export function byTier(
  a: Pick<Recommendation, 'tier' | 'priority' | 'component'>,
  b: Pick<Recommendation, 'tier' | 'priority' | 'component'>,
): number {
  return (
    tierOrder.indexOf(a.tier) - tierOrder.indexOf(b.tier) ||
    b.priority - a.priority ||
    (a.component < b.component ? -1 : 1)
  )
}
