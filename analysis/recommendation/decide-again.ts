import type { ComponentId } from './components.ts'
import { gated, overridden, type RecommendationSettings } from './decisions.ts'
import type { Recommendation } from './recommendation.ts'
import { byTier } from './tiers.ts'
import type { Verdict } from './verdicts.ts'

/** What people decide about single components beside the method. */
export type PeopleSettings = Pick<RecommendationSettings, 'gates' | 'overrides'>

/**
 * Recommendations that were made without the gate (R9) and without what analysts set (R11),
 * with both. The same as `recommend` with these settings: the two rules come last, so nothing
 * is weighed anew, and a page can ask for it with every answer.
 *
 * @throws RangeError for a "no" without reviewer and reason, or an override without reason
 */
export function decideAgain(
  recommendations: readonly Recommendation[],
  { gates = {}, overrides = {} }: PeopleSettings,
): readonly Recommendation[] {
  const before = new Map<ComponentId, Verdict>(
    recommendations.map(({ component, tier, rules }) => [component, { tier, rules }]),
  )
  const verdicts = overridden(gated(before, gates), overrides)
  return recommendations
    .map((one) => ({ ...one, ...verdicts.get(one.component) }))
    .sort(byTier)
}

/** A "no" of the gate keeps it out: it is neither core nor a duty, and nobody set its tier since. */
export function isBlocked({
  tier,
  rules,
}: Pick<Recommendation, 'tier' | 'rules'>): boolean {
  return tier === 'do-not-offer' && rules.some(({ rule }) => rule === 'R9')
}
