import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { AssessedNeeds } from '../needs/assess-needs.ts'
import type { Interval } from '../needs/need.ts'
import { parameters } from '../needs/parameters.ts'
import { inTwentieths } from '../needs/round.ts'
import type { Testimony } from '../sources/evidence.ts'
import { mean } from '../statistics/moments.ts'
import { centralInterval } from '../statistics/quantile.ts'
import { type ComponentId, componentOf } from './components.ts'
import { decide } from './decide.ts'
import type { RecommendationSettings } from './decisions.ts'
import { answeredBy } from './priority.ts'
import type { Recommendation } from './recommendation.ts'
import { byTier } from './tiers.ts'
import { bestFor, type Verdict } from './verdicts.ts'
import { type Weighed, weighComponents } from './weigh-components.ts'

/**
 * Turns needs into a program to discuss: every component with its tier, sorted by tier and
 * released priority, ties by id. Steps 6 to 9 of the method, with the weights the needs were
 * rated with; a function of what was released and heard.
 *
 * @throws RangeError for a "no" without reviewer and reason, or an override without reason
 */
export function recommend(
  release: Disclosed<Release>,
  testimony: Testimony,
  assessed: AssessedNeeds,
  settings: RecommendationSettings = {},
): readonly Recommendation[] {
  return recommendFrom(weighComponents(release, testimony, assessed), settings)
}

/** The same from components that were already weighed. */
export function recommendFrom(
  weighed: Weighed,
  settings: RecommendationSettings,
): readonly Recommendation[] {
  const verdicts = decide(weighed.standings, weighed.facts, settings)
  return [...weighed.standings.keys()]
    .map((id) => describe(id, weighed, verdicts.get(id)))
    .sort(byTier)
}

function describe(
  component: ComponentId,
  { inputs, standings, ranks, facts }: Weighed,
  verdict: Verdict | undefined,
): Recommendation {
  const { needs, release, priorities } = facts
  const standing = standings.get(component)
  if (!standing) throw new RangeError(`expected a standing of ${component}`)
  const { priority, interval, aboveLine } = standing
  const { family } = componentOf(component)
  const places = ranks.get(component) ?? new Float64Array()
  const fits = inputs.fits[component]
  const answers = answeredBy({ fits }, (construct) => needs.get(construct)?.score)
  const wanted = family === null ? undefined : release.wanted[family]
  const targeted = [...needs.values()].filter(({ construct }) => {
    return bestFor(construct, parameters.rules.levelFit, priorities) === component
  })
  return {
    component,
    tier: verdict?.tier ?? 'not-now',
    priority,
    interval,
    aboveLine,
    ranks: placesOf(places),
    amongFirst: amongFirst(places),
    answers: answers.map((answer) => ({
      ...answer,
      match: Math.round(10 * answer.match) / 10,
    })),
    wanted: wanted?.kind === 'shown' ? Math.round(100 * wanted.value) : null,
    rules: verdict?.rules ?? [],
    targetedUnits: [...new Set(targeted.flatMap((need) => need.targetedUnits))].sort(),
  }
}

/** Best and worst rank in 90 % of the draws. */
function placesOf(ranks: ArrayLike<number>): Interval {
  const { low, high } = centralInterval(ranks, parameters.needLevel)
  return { low: Math.floor(low), high: Math.ceil(high) }
}

/** P(rank ≤ 5). */
function amongFirst(ranks: Float64Array): number {
  const { firstRanks } = parameters.tiers
  return inTwentieths(mean(ranks.map((rank) => (rank <= firstRanks ? 1 : 0))))
}
