import type { ConstructId } from '#surveys/constructs.ts'
import { parameters } from '../needs/parameters.ts'
import { responseRateOf } from '../needs/read-release.ts'
import type { ComponentId } from './components.ts'
import type { ExplanationContext } from './explanation-context.ts'
import type { DefaultReason, Recommendation, RuleId, Tier } from './recommendation.ts'
import { liftOf } from './rules.ts'
import { atMostConsider, tierOf } from './tiers.ts'

/** What a tier rests on in the end: the last thing that decided it. */
export type TierReason =
  | { readonly kind: 'core' | 'scores' | 'gate' | 'analyst' }
  /** R2; `byDefaultWeights` where only the default weights reach the line */
  | {
      readonly kind: 'hazard'
      readonly construct: ConstructId
      readonly byDefaultWeights: boolean
    }
  /** R3; R3b where a level was reached */
  | { readonly kind: 'harm' | 'level'; readonly construct: ConstructId }
  /** R3b for a rare need of which nothing may be shown, or was asked, or a bound that says too little */
  | {
      readonly kind: 'by-default'
      readonly construct: ConstructId
      readonly because: DefaultReason
    }

/** Why a component has its tier. */
export function explainTier(
  recommendation: Recommendation,
  context: ExplanationContext,
): TierReason {
  const { component, tier, rules } = recommendation
  const isMarked = (id: RuleId): boolean => rules.some(({ rule }) => rule === id)
  if (tier === 'core') return { kind: 'core' }
  if (isMarked('R11') && context.settings.overrides?.[component]?.tier === tier) {
    return { kind: 'analyst' }
  }
  if (isMarked('R9') && tier === 'do-not-offer') return { kind: 'gate' }
  const duty = tier === 'must-address' ? dutyBehind(recommendation, context) : null
  return duty ?? levelBehind(recommendation, context) ?? { kind: 'scores' }
}

/** R3 before R2. On mediation R3 is no reason for it but a limit of it. */
function dutyBehind(
  { component, rules }: Recommendation,
  { weighed }: ExplanationContext,
): TierReason | null {
  const under = (id: RuleId): ConstructId | null =>
    rules.find(({ rule }) => rule === id)?.construct ?? null
  const harm = component === 'mediation_early' ? null : under('R3')
  if (harm) return { kind: 'harm', construct: harm }
  const hazard = under('R2')
  if (!hazard) return null
  const shown = weighed.facts.needs.get(hazard)?.score ?? 0
  const byDefaultWeights = shown < parameters.rules.hazard
  return { kind: 'hazard', construct: hazard, byDefaultWeights }
}

/** The level that lifts a component to its tier, where scores alone do not. */
function levelBehind(
  { component, tier, rules }: Recommendation,
  context: ExplanationContext,
): TierReason | null {
  if (tierByScores(component, context) === tier) return null
  const { facts } = context.weighed
  const lifting = rules.filter(({ rule }) => rule === 'R3b')
  const liftsTo = (construct: ConstructId | null): Tier =>
    (construct && liftOf(construct, facts)?.to) ?? 'not-now'
  const found =
    lifting.find((one) => trusted(liftsTo(one.construct), context) === tier) ?? lifting[0]
  if (!found?.construct) return null
  const { construct, byDefault } = found
  if (!byDefault) return { kind: 'level', construct }
  return { kind: 'by-default', construct, because: byDefault }
}

/** The tier that scores alone would give, with little trust in the survey counted in. */
export function tierByScores(component: ComponentId, context: ExplanationContext): Tier {
  const standing = context.weighed.standings.get(component)
  if (!standing) throw new RangeError(`expected a standing of ${component}`)
  return trusted(tierOf(standing.aboveLine, standing.aboveLowerLine), context)
}

/** A tier by scores or levels as far as the survey can be trusted. */
function trusted(tier: Tier, { release }: ExplanationContext): Tier {
  const rate = responseRateOf(release)
  const isTrusted = rate !== null && rate >= parameters.rules.leastResponseRate
  return isTrusted ? tier : atMostConsider(tier)
}
