import { countsAs } from '../disclosure/bands.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import { parameters } from '../needs/parameters.ts'
import { responseRateOf } from '../needs/read-release.ts'
import type { Testimony } from '../sources/evidence.ts'

/**
 * What the data can carry where they are few or missing.
 *
 * - `too-few-people`, `too-few-answers`: no figure of the survey counts; the core, and
 *   choosing by talking with people
 * - `whole-only`: below thirty answers, the organization alone and confidence low at most;
 *   `means-only` below twenty, without shares
 * - `no-rare-shares`: below a hundred, nothing of rare needs
 * - `low-response`, `unknown-response`: scores lift nothing beyond *consider*
 * - `no-survey`: what was heard is a theme; `survey-only`: nobody was heard beside it
 */
export type DataSituation =
  | 'too-few-people'
  | 'too-few-answers'
  | 'whole-only'
  | 'means-only'
  | 'no-rare-shares'
  | 'low-response'
  | 'unknown-response'
  | 'many-employers'
  | 'no-survey'
  | 'survey-only'

/** From so many answers on there is a share, a unit, a share of a rare need. */
export const answersFor = { share: 20, units: 30, rare: 100 }

/** What limits everything that is said of an organization, the gravest first. */
export function dataSituations(
  release: Disclosed<Release>,
  testimony: Testimony,
): readonly DataSituation[] {
  const isSurveyed = Object.keys(release.constructs).length > 0
  const heard = [testimony.focusGroups, testimony.managers]
  const isHeard = heard.some((byConstruct) => Object.keys(byConstruct).length > 0)
  if (!isSurveyed) return ['no-survey']
  return [
    ...fewness(release),
    ...(release.manyEmployers ? (['many-employers'] as const) : []),
    ...(isHeard ? [] : (['survey-only'] as const)),
  ]
}

function fewness(release: Disclosed<Release>): readonly DataSituation[] {
  const { headcount, answered } = release.organization
  if ((headcount ?? Infinity) < parameters.leastPeople) return ['too-few-people']
  if (answered.kind === 'hidden') return ['too-few-answers']
  const n = countsAs(answered)
  return [
    ...(n < answersFor.share ? (['means-only'] as const) : []),
    ...(n < answersFor.units ? (['whole-only'] as const) : []),
    ...(n < answersFor.rare ? (['no-rare-shares'] as const) : []),
    ...response(responseRateOf(release)),
  ]
}

function response(rate: number | null): readonly DataSituation[] {
  if (rate === null) return ['unknown-response']
  return rate < parameters.rules.leastResponseRate ? ['low-response'] : []
}
