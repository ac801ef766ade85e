import type { Need } from '#analysis/needs/need.ts'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import {
  coverageShares,
  coverageValue,
  coverNeeds,
} from '#analysis/recommendation/coverage.ts'
import { planPortfolio } from '#analysis/recommendation/plan-portfolio.ts'
import { type Random, seededRandom } from '#analysis/statistics/random.ts'
import { constructIds } from '#surveys/constructs.ts'
import { aNeed, recommendationsOf } from '../analysis/a-recommendation.ts'
import { releaseOf } from '../analysis/an-organization.ts'

const rounds = 200
const shares = coverageShares(new Map())
const release = releaseOf({ 'bio.sleep': 0.3 }, { people: 400, answers: 260 })

type PriceOf = (id: ComponentId, random: Random, needs: readonly Need[]) => number

/** How each of the 35 components is priced. */
const prices: Readonly<Record<string, PriceOf>> = {
  'cost classes 1 to 5': (id) => componentOf(id).relativeCost,
  'quotes around the class': (id, random) => {
    return componentOf(id).relativeCost * (0.3 + 1.4 * random())
  },
  'quotes from 1 to 400': (_, random) => Math.exp(6 * random()),
  // The hardest there is: nothing is better value than anything else.
  'what it covers, within 5 %': (id, random, needs) => {
    return (1 + 0.05 * random()) * coverageValue(coverNeeds([id], needs, shares))
  },
}

/**
 * Times the planning of portfolios: all 35 components on offer, the seven core ones locked,
 * every need known and drawn at random, three programs each (the budget, 20 % less, more).
 */
export function timePortfolios(): void {
  console.log(`Portfolios: 35 components, 30 needs, ${rounds} random organizations each`)
  for (const [name, priceOf] of Object.entries(prices)) {
    for (const part of [0.2, 0.4, 0.6, 0.8]) {
      const times = Array.from({ length: rounds }, (_, round) =>
        timeOne(seededRandom(`${name} ${part} ${round}`), priceOf, part),
      ).sort((a, b) => a - b)
      const median = times[rounds / 2] ?? Infinity
      const worst = times.at(-1) ?? Infinity
      console.log(
        `  ${name.padEnd(26)} budget ${100 * part} % of all   median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`,
      )
    }
  }
}

function timeOne(random: Random, priceOf: PriceOf, part: number): number {
  // Below 65, so that no need is high and everything is left to the search.
  const needs = constructIds.map((id) => aNeed(id, 1 + Math.round(63 * random())))
  const priced = componentIds.map((id) => [id, priceOf(id, random, needs)] as const)
  const budget = part * priced.reduce((sum, [, cost]) => sum + cost, 0)
  const recommendations = recommendationsOf({}, 'consider')
  const before = performance.now()
  const portfolio = planPortfolio(release, needs, recommendations, {
    budget,
    costs: Object.fromEntries(priced),
  })
  const time = performance.now() - before
  if (portfolio.kind === 'refused' || portfolio.missed > 0) {
    throw new RangeError('expected a program that is proven best')
  }
  return time
}
