import type { Need } from '#analysis/needs/need.ts'
import { bandOf } from '#analysis/needs/pooling.ts'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import type { Recommendation, Tier } from '#analysis/recommendation/recommendation.ts'
import type { ConstructId } from '#surveys/constructs.ts'

/** A need of which only the score is known. */
export function aNeed(construct: ConstructId, score: number): Need {
  return {
    construct,
    score,
    interval: { low: score, high: score },
    band: bandOf(score),
    people: null,
    stressed: null,
    sources: { survey: null, focusGroups: null, managers: null },
    convergence: 'single-source',
    confidence: 'low',
    managerGap: null,
    reaches: null,
    targetedUnits: [],
  }
}

/** A recommendation of which only what is given is known. */
export function aRecommendation(
  component: ComponentId,
  tier: Tier,
  more: Partial<Recommendation> = {},
): Recommendation {
  return {
    component,
    tier,
    priority: 30,
    interval: { low: 20, high: 40 },
    aboveLine: 0.5,
    ranks: { low: 1, high: 35 },
    amongFirst: 0,
    answers: [],
    wanted: null,
    rules: [],
    targetedUnits: [],
    ...more,
  }
}

/** One recommendation of every component: the core is core, the rest as given or not now. */
export function recommendationsOf(
  tiers: Readonly<Partial<Record<ComponentId, Tier>>>,
  otherwise: Tier = 'not-now',
): readonly Recommendation[] {
  return componentIds.map((id) =>
    aRecommendation(id, tiers[id] ?? (componentOf(id).core ? 'core' : otherwise)),
  )
}
