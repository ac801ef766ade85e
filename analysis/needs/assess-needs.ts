import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { Testimony } from '../sources/evidence.ts'
import { describeNeed } from './describe-need.ts'
import { type Difference, findDifferences } from './differences.ts'
import type { Parameters } from './method-parameters.ts'
import type { Gap, Need, Needs } from './need.ts'
import { pointNeed } from './point-need.ts'
import { readEvidence, responseRateOf } from './read-release.ts'
import {
  drawShared,
  type NeedDraws,
  type NeedSettings,
  type SharedDraws,
  simulateNeed,
} from './simulation.ts'
import { hearSurvey } from './survey-voice.ts'
import { type ItemsCheck, notValidated, weakestItems } from './validation.ts'

/** The needs, and what is behind them for the recommendation. */
export interface AssessedNeeds {
  readonly needs: Needs
  readonly draws: NeedDraws
  /** the weights they were rated with, which the recommendation then uses too */
  readonly parameters: Parameters
}

/**
 * Rates every need from the release and from what was heard beside it: steps 1 to 5 of the
 * method. A function of what was disclosed and of nothing else, so that it can be computed
 * again at any time; the same seed gives the same needs.
 *
 * @throws RangeError when the number of draws is not a positive whole number, or when a check
 *   of the questions is recorded without a name or a day
 */
export function assessNeeds(
  release: Disclosed<Release>,
  testimony: Testimony,
  settings: NeedSettings,
): AssessedNeeds {
  const { validation = notValidated } = settings
  const items = weakestItems(validation)
  const shared = drawShared(settings)
  const differences = findDifferences(release)
  const needs: Need[] = []
  const gaps: Gap[] = []
  const scores = new Map<ConstructId, Float64Array>()
  for (const construct of constructIds) {
    const notable = differences.filter((one) => one.construct === construct)
    const setting = { ...shared, items, notable }
    const assessed = assessNeed(construct, release, testimony, setting)
    if (assessed) {
      needs.push(assessed.need)
      scores.set(construct, assessed.draws)
    } else {
      const wasAsked = Object.hasOwn(release.constructs, construct)
      gaps.push({ construct, reason: wasAsked ? 'not-shown' : 'not-asked' })
    }
  }
  return {
    needs: { needs: needs.sort(byScore), gaps, validation },
    draws: { seed: settings.seed, count: shared.nonresponse.length, scores },
    parameters: shared.parameters,
  }
}

/** What is the same for every construct, and the groups that differ notably in this one. */
interface Setting extends SharedDraws {
  readonly items: ItemsCheck['kind']
  readonly notable: readonly Difference[]
}

/** Null when no source can speak of the construct. */
function assessNeed(
  construct: ConstructId,
  release: Disclosed<Release>,
  testimony: Testimony,
  { items, notable, ...shared }: Setting,
): { readonly need: Need; readonly draws: Float64Array } | null {
  const point = pointNeed(construct, release, testimony, shared.parameters)
  if (!point) return null
  const evidence = readEvidence(release, construct)
  const more = notable.filter(({ direction }) => direction === 'more')
  const groups = new Set(more.map(({ group }) => group))
  const survey = evidence && hearSurvey(construct, evidence, shared, groups)
  const focusGroups = testimony.focusGroups[construct]?.score ?? null
  const managers = testimony.managers[construct]?.score ?? null

  const voices = { survey: survey?.draws ?? null, focusGroups, managers }
  const draws = simulateNeed(voices, point.quality, shared)
  if (!draws) return null
  const staff = release.constructs[construct]?.organization.meanNeed ?? { kind: 'hidden' }
  const { score, sources } = point
  const responseRate = responseRateOf(release)
  const assessed = { construct, score, draws, sources, survey, responseRate, items }
  return { need: describeNeed({ ...assessed, managers, staff }), draws }
}

function byScore(a: Need, b: Need): number {
  return b.score - a.score || (a.construct < b.construct ? -1 : 1)
}
