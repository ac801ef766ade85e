import { type ComponentId, componentIds, componentOf } from './components.ts'
import type { PortfolioSettings } from './portfolio.ts'
import type { Recommendation } from './recommendation.ts'
import { byTier, tierOrder } from './tiers.ts'

/** A recommendation with its price. */
export interface Offer {
  readonly recommendation: Recommendation
  readonly cost: number
  readonly isQuoted: boolean
}

/**
 * Every component with what it costs, in the order of the recommendation, whatever the order
 * of the input.
 *
 * @throws RangeError when there is not one recommendation of every component, when something
 *   is said of a component that does not exist, and when a cost is not above 0
 */
export function priceOffers(
  recommendations: readonly Recommendation[],
  { costs = {}, costPerClass = 1, notTogether = [] }: PortfolioSettings,
): readonly Offer[] {
  expectEveryComponent(recommendations.map(({ component }) => component))
  for (const id of [...Object.keys(costs), ...notTogether.flat()]) expectComponent(id)
  for (const [one, other] of notTogether) {
    if (one === other) throw new RangeError(`expected two components, got ${one} twice`)
  }
  expectCost('one step of the cost class', costPerClass)
  return recommendations.toSorted(byTier).map((recommendation) => {
    const { component } = recommendation
    const quote = costs[component]
    const cost = quote ?? costPerClass * componentOf(component).relativeCost
    expectCost(component, cost)
    return { recommendation, cost, isQuoted: quote !== undefined }
  })
}

/** Core and duties: in the program whatever they cost. */
export function isDuty({ recommendation: { tier } }: Offer): boolean {
  return tier === 'core' || tier === 'must-address'
}

/** On the line of usefulness, or above it. */
export function isAboveLine(
  { recommendation: { tier } }: Offer,
  line: PortfolioSettings['leastTier'] = 'consider',
): boolean {
  return tierOrder.indexOf(tier) <= tierOrder.indexOf(line)
}

function expectEveryComponent(given: readonly string[]): void {
  for (const id of given) expectComponent(id)
  for (const id of componentIds) {
    const times = given.filter((one) => one === id).length
    if (times !== 1) {
      throw new RangeError(`expected one recommendation of ${id}, got ${times}`)
    }
  }
}

function expectComponent(id: string): asserts id is ComponentId {
  if (!componentIds.some((known) => known === id)) {
    throw new RangeError(`expected the id of a component, got ${id}`)
  }
}

function expectCost(of: string, cost: number): void {
  if (!(cost > 0 && Number.isFinite(cost))) {
    throw new RangeError(`expected a cost above 0 of ${of}, got ${cost}`)
  }
}
