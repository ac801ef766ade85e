import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import type { Figure } from '../disclosure/disclosed.ts'
import { centralInterval } from '../statistics/quantile.ts'
import { confidenceOf } from './confidence.ts'
import { convergenceOf } from './convergence.ts'
import type { Interval, Need, SourceScore } from './need.ts'
import { parameters } from './parameters.ts'
import { bandOf } from './pooling.ts'
import type { SimulatedSurvey } from './simulate-release.ts'
import { type ItemsCheck, singleItems } from './validation.ts'

/** One need as it was computed. */
export interface ComputedNeed {
  readonly construct: ConstructId
  /** N, 0–100 */
  readonly score: number
  /** N by draw */
  readonly draws: Float64Array
  readonly sources: Need['sources']
  readonly survey: SimulatedSurvey | null
  /** M, 0–100 */
  readonly managers: number | null
  /** mean need of staff */
  readonly staff: Figure
  readonly responseRate: number | null
  readonly items: ItemsCheck['kind']
}

/** Rounds what was computed to what is said. Everything is judged by the rounded values. */
export function describeNeed(computed: ComputedNeed): Need {
  const { construct, survey, responseRate, items } = computed
  const score = Math.round(computed.score)
  const interval = intervalAround(score, computed.draws)
  const sources = {
    survey: inWholes(computed.sources.survey),
    focusGroups: inWholes(computed.sources.focusGroups),
    managers: inWholes(computed.sources.managers),
  }
  const convergence = convergenceOf({
    survey: sources.survey?.score ?? null,
    focusGroups: sources.focusGroups?.score ?? null,
    managers: sources.managers?.score ?? null,
  })
  return {
    construct,
    score,
    interval,
    band: bandOf(score),
    people: survey?.people ?? null,
    stressed: survey?.stressed ?? null,
    sources,
    convergence,
    confidence: confidenceOf({
      interval,
      responseRate,
      convergence,
      sources: Object.values(sources).filter((source) => source !== null).length,
      answered: survey?.evidence.answered ?? null,
      items,
      isSingleItem: singleItems.has(construct),
    }),
    managerGap: managerGap(computed),
    reaches: survey?.reaches ?? null,
    targetedUnits: survey?.targetedUnits ?? [],
  }
}

/** 90 % of the draws, in whole points, and the score itself in any case. */
function intervalAround(score: number, draws: Float64Array): Interval {
  const { low, high } = centralInterval(draws, parameters.needLevel)
  return {
    low: Math.min(score, Math.round(low)),
    high: Math.max(score, Math.round(high)),
  }
}

function inWholes(source: SourceScore | null): SourceScore | null {
  return source && { ...source, score: Math.round(source.score) }
}

/** How much more, or less, managers see of the work than staff say: in steps of five. */
function managerGap({ construct, managers, staff }: ComputedNeed): number | null {
  const isWork = constructOf(construct).domain === 'work'
  if (!isWork || managers === null || staff.kind !== 'shown') return null
  return 5 * Math.round((managers - staff.value) / 5) + 0 // never −0
}
