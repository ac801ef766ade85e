import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import type { Testimony } from '../sources/evidence.ts'
import { blendEquity, highestGroupRate } from './equity.ts'
import { type Parameters, standardParameters } from './method-parameters.ts'
import type { Need, SourceScore } from './need.ts'
import { pool, type Qualities, qualitiesOf } from './pooling.ts'
import { pointPrevalence } from './prevalence.ts'
import type { SurveyEvidence } from './read-release.ts'
import { seriousness, shareHighAmongElevated, surveyNeed } from './seriousness.ts'

/** A need at the point values: N as it is pooled, and what each source gave. */
export interface PointNeed {
  /** N, 0–100 */
  readonly score: number
  readonly sources: Need['sources']
  readonly quality: Qualities
}

/** What is known of one construct, and how far the survey reaches. */
export interface Known {
  /** null where the survey says nothing */
  readonly evidence: SurveyEvidence | null
  readonly testimony: Testimony
  /** RR; null where unknown */
  readonly responseRate: number | null
}

/**
 * Rates one need without any chance in it, steps 1 to 5 of the method.
 *
 * @returns null when no source can speak of the construct
 */
export function pointNeed(
  construct: ConstructId,
  { evidence, testimony, responseRate }: Known,
  parameters: Parameters,
): PointNeed | null {
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

/** S at the point values, steps 1 to 4 of the method without any chance in them. */
export function pointSurveyNeed(
  construct: ConstructId,
  evidence: SurveyEvidence,
  { severities, burdenScale }: Parameters = standardParameters,
): number {
  const { k, m } = evidence.organization
  const rate = pointPrevalence(evidence)
  const blended = blendEquity(rate, highestGroupRate(evidence.groups, rate))
  const shareHigh = shareHighAmongElevated(m, k)
  return surveyNeed(
    blended,
    seriousness(severities[construct], shareHigh, evidence.workImpact),
    burdenScale,
  )
}

/**
 * Every need by the default weights, for what must not depend on an organization's own.
 *
 * @returns N, whole, 0–100; a need no source speaks of is missing
 */
export function standardScores(
  knownOf: (construct: ConstructId) => Known,
): ReadonlyMap<ConstructId, number> {
  return new Map(
    constructIds.flatMap((construct) => {
      const need = pointNeed(construct, knownOf(construct), standardParameters)
      return need ? [[construct, Math.round(need.score)] as const] : []
    }),
  )
}
