import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { Testimony } from '../sources/evidence.ts'
import { describeNeed } from './describe-need.ts'
import type { Gap, Need, Needs, SourceScore } from './need.ts'
import { parameters } from './parameters.ts'
import { pool, type Qualities, qualitiesOf } from './pooling.ts'
import { readEvidence, responseRateOf } from './read-release.ts'
import {
  drawShared,
  type NeedDraws,
  type NeedSettings,
  type SharedDraws,
  simulateNeed,
} from './simulation.ts'
import { hearSurvey } from './survey-voice.ts'

/** The needs, and the draws behind them for the recommendation. */
export interface AssessedNeeds {
  readonly needs: Needs
  readonly draws: NeedDraws
}

/**
 * Rates every need from the release and from what was heard beside it: steps 1 to 5 of the
 * method. A function of what was disclosed and of nothing else, so that it can be computed
 * again at any time; the same seed gives the same needs.
 *
 * @throws RangeError when the number of draws is not a positive whole number
 */
export function assessNeeds(
  release: Disclosed<Release>,
  testimony: Testimony,
  settings: NeedSettings,
): AssessedNeeds {
  const shared = drawShared(settings)
  const needs: Need[] = []
  const gaps: Gap[] = []
  const scores = new Map<ConstructId, Float64Array>()
  for (const construct of constructIds) {
    const assessed = assessNeed(construct, release, testimony, shared)
    if (assessed) {
      needs.push(assessed.need)
      scores.set(construct, assessed.draws)
    } else {
      const wasAsked = Object.hasOwn(release.constructs, construct)
      gaps.push({ construct, reason: wasAsked ? 'not-shown' : 'not-asked' })
    }
  }
  return {
    needs: { needs: needs.sort(byScore), gaps },
    draws: { seed: settings.seed, count: shared.nonresponse.length, scores },
  }
}

/** Null when no source can speak of the construct. */
function assessNeed(
  construct: ConstructId,
  release: Disclosed<Release>,
  testimony: Testimony,
  shared: SharedDraws,
): { readonly need: Need; readonly draws: Float64Array } | null {
  const evidence = readEvidence(release, construct)
  const survey = evidence && hearSurvey(construct, evidence, shared)
  const focusGroups = testimony.focusGroups[construct]?.score ?? null
  const managers = testimony.managers[construct]?.score ?? null
  const responseRate = responseRateOf(release)
  const quality = qualitiesOf(construct, { ...testimony, responseRate })

  const voices = { survey: survey?.draws ?? null, focusGroups, managers }
  const draws = simulateNeed(voices, quality, shared)
  const sources = {
    survey: weigh('survey', survey?.score ?? null, quality),
    focusGroups: weigh('focusGroups', focusGroups, quality),
    managers: weigh('managers', managers, quality),
  }
  const score = pool(Object.values(sources).filter((source) => source !== null))
  if (!draws || score === null) return null
  const staff = release.constructs[construct]?.organization.meanNeed ?? { kind: 'hidden' }
  const assessed = { construct, score, draws, sources, survey, responseRate }
  return { need: describeNeed({ ...assessed, managers, staff }), draws }
}

function weigh(
  source: keyof Qualities,
  score: number | null,
  quality: Qualities,
): SourceScore | null {
  if (score === null || quality[source] === 0) return null
  return { score, weight: parameters.sources[source] * quality[source] }
}

function byScore(a: Need, b: Need): number {
  return b.score - a.score || (a.construct < b.construct ? -1 : 1)
}
