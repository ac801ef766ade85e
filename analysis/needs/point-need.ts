import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { Testimony } from '../sources/evidence.ts'
import { type Parameters, standardParameters } from './method-parameters.ts'
import type { Need, SourceScore } from './need.ts'
import { pool, type Qualities, qualitiesOf } from './pooling.ts'
import { readEvidence, responseRateOf } from './read-release.ts'
import { pointSurveyNeed } from './survey-voice.ts'

/** A need at the point values: N as it is pooled, and what each source gave. */
export interface PointNeed {
  /** N, 0–100 */
  readonly score: number
  readonly sources: Need['sources']
  readonly quality: Qualities
}

/**
 * Rates one need without any chance in it, steps 1 to 5 of the method.
 *
 * @returns null when no source can speak of the construct
 */
export function pointNeed(
  construct: ConstructId,
  release: Disclosed<Release>,
  testimony: Testimony,
  parameters: Parameters,
): PointNeed | null {
  const evidence = readEvidence(release, construct)
  const responseRate = responseRateOf(release)
  const quality = qualitiesOf(construct, { ...testimony, responseRate })
  const weigh = (source: keyof Qualities, score: number | null): SourceScore | null => {
    if (score === null || quality[source] === 0) return null
    return { score, weight: parameters.sources[source] * quality[source] }
  }
  const sources = {
    survey: weigh('survey', evidence && pointSurveyNeed(construct, evidence, parameters)),
    focusGroups: weigh('focusGroups', testimony.focusGroups[construct]?.score ?? null),
    managers: weigh('managers', testimony.managers[construct]?.score ?? null),
  }
  const score = pool(Object.values(sources).filter((source) => source !== null))
  return score === null ? null : { score, sources, quality }
}

/**
 * Every need by the default weights, for what must not depend on an organization's own.
 *
 * @returns N, whole, 0–100; a need no source speaks of is missing
 */
export function standardScores(
  release: Disclosed<Release>,
  testimony: Testimony,
): ReadonlyMap<ConstructId, number> {
  return new Map(
    constructIds.flatMap((construct) => {
      const need = pointNeed(construct, release, testimony, standardParameters)
      return need ? [[construct, Math.round(need.score)] as const] : []
    }),
  )
}
