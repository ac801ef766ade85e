import type { ComponentId } from './components.ts'
import type { ChoiceReason, PlannedPortfolio } from './portfolio.ts'
import type { Recommendation } from './recommendation.ts'

/** Why a component of this year's program is not in next year's. */
export type DroppedBecause = 'stopped' | 'blocked' | 'below-line' | 'budget'

/** Next year's program beside this year's. */
export interface NextYear {
  readonly stays: readonly NextYearPart[]
  readonly added: readonly NextYearPart[]
  readonly dropped: readonly {
    readonly component: ComponentId
    readonly because: DroppedBecause
  }[]
}

export interface NextYearPart {
  readonly component: ComponentId
  readonly reason: ChoiceReason
  readonly cost: number
}

/**
 * What next year's program adds to this year's and leaves out, and why. A proposal: the
 * portfolio is the one the method plans on the new release.
 *
 * @param now the components of the program in place
 * @param stopped those that people decided to stop
 * @param recommendations of the new release, with what people decided taken in
 */
export function besideThisYear(
  now: readonly ComponentId[],
  stopped: readonly ComponentId[],
  { chosen }: Pick<PlannedPortfolio, 'chosen'>,
  recommendations: readonly Pick<Recommendation, 'component' | 'tier'>[],
): NextYear {
  const parts = chosen.map(({ component, reason, cost }) => ({ component, reason, cost }))
  const planned = new Set(parts.map(({ component }) => component))
  const tiers = new Map(recommendations.map((one) => [one.component, one.tier]))
  const because = (component: ComponentId): DroppedBecause => {
    const tier = tiers.get(component)
    if (stopped.includes(component)) return 'stopped'
    if (tier === 'do-not-offer') return 'blocked'
    return tier === 'not-now' ? 'below-line' : 'budget'
  }
  return {
    stays: parts.filter(({ component }) => now.includes(component)),
    added: parts.filter(({ component }) => !now.includes(component)),
    dropped: now
      .filter((component) => !planned.has(component))
      .map((component) => ({ component, because: because(component) })),
  }
}
