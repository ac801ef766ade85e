import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { Testimony } from '../sources/evidence.ts'
import { describeNeed } from './describe-need.ts'
import type { Parameters } from './method-parameters.ts'
import type { Gap, Need, Needs } from './need.ts'
import { type Known, pointNeed, standardScores } from './point-need.ts'
import { responseRateOf } from './read-release.ts'
import { type SimulatedRelease, simulateRelease } from './simulate-release.ts'
import {
  drawShared,
  type NeedDraws,
  type NeedSettings,
  type SharedDraws,
  simulateNeed,
  surveyNeeds,
} from './simulation.ts'
import { type ItemsCheck, notValidated, weakestItems } from './validation.ts'

/** The needs, and what is behind them for the recommendation. */
export interface AssessedNeeds {
  readonly needs: Needs
  readonly draws: NeedDraws
  /** the weights they were rated with, which the recommendation then uses too */
  readonly parameters: Parameters
  /** N by the default weights, where the needs were rated with others */
  readonly standard: ReadonlyMap<ConstructId, number> | null
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
  return rateNeeds(simulateRelease(release, settings), testimony, settings)
}

/**
 * Rates every need of a release that was simulated before: what `assessNeeds` gives, in a
 * moment, so that weights can be moved and the result be seen.
 *
 * @throws RangeError when a check of the questions is recorded without a name or a day
 */
export function rateNeeds(
  { release, seed, count, surveys }: SimulatedRelease,
  testimony: Testimony,
  { validation = notValidated, parameters }: Omit<NeedSettings, 'seed' | 'draws'> = {},
): AssessedNeeds {
  const shared = drawShared(seed, count, parameters)
  const items = weakestItems(validation)
  const responseRate = responseRateOf(release)
  const needs: Need[] = []
  const gaps: Gap[] = []
  const scores = new Map<ConstructId, Float64Array>()
  const knownOf = (construct: ConstructId): Known => {
    const evidence = surveys.get(construct)?.evidence ?? null
    return { evidence, testimony, responseRate }
  }
  for (const construct of constructIds) {
    const setting = { release, surveys, items, shared }
    const assessed = assessNeed(construct, knownOf(construct), setting)
    if (assessed) {
      needs.push(assessed.need)
      scores.set(construct, assessed.draws)
    } else {
      const wasAsked = Object.hasOwn(release.constructs, construct)
      gaps.push({ construct, reason: wasAsked ? 'not-shown' : 'not-asked' })
    }
  }
  const isChanged = shared.parameters.changes.length > 0
  return {
    needs: { needs: needs.sort(byScore), gaps, validation },
    draws: { seed, count, scores },
    parameters: shared.parameters,
    standard: isChanged ? standardScores(knownOf) : null,
  }
}

/** What is the same for every construct. */
interface Setting extends Pick<SimulatedRelease, 'release' | 'surveys'> {
  readonly items: ItemsCheck['kind']
  readonly shared: SharedDraws
}

/** Null when no source can speak of the construct. */
function assessNeed(
  construct: ConstructId,
  known: Known,
  { release, surveys, items, shared }: Setting,
): { readonly need: Need; readonly draws: Float64Array } | null {
  const { parameters, burdenScale } = shared
  const { testimony, responseRate } = known
  const point = pointNeed(construct, known, parameters)
  if (!point) return null
  const survey = surveys.get(construct) ?? null
  const harm = {
    severity: parameters.severities[construct],
    workImpact: survey?.evidence.workImpact ?? null,
  }
  const focusGroups = testimony.focusGroups[construct]?.score ?? null
  const managers = testimony.managers[construct]?.score ?? null

  const ofSurvey = survey && surveyNeeds(survey, harm, burdenScale)
  const voices = { survey: ofSurvey, focusGroups, managers }
  const draws = simulateNeed(voices, point.quality, shared)
  if (!draws) return null
  const staff = release.constructs[construct]?.organization.meanNeed ?? { kind: 'hidden' }
  const { score, sources } = point
  const assessed = { construct, score, draws, sources, survey, responseRate, items }
  return { need: describeNeed({ ...assessed, managers, staff }), draws }
}

function byScore(a: Need, b: Need): number {
  return b.score - a.score || (a.construct < b.construct ? -1 : 1)
}
