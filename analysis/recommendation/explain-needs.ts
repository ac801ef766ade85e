import type { ConstructId } from '#surveys/constructs.ts'
import type { Band, Confidence, Gap, Interval, Need, PeopleCount } from '../needs/need.ts'
import type { ExplanationContext } from './explanation-context.ts'
import type { SourceName } from './find-out-more.ts'
import type { Recommendation } from './recommendation.ts'

/** The share of people concerned, as far as it may be known. */
export type ConcernedShare =
  /** in people, and the same if those who did not answer differ strongly */
  | {
      readonly kind: 'people'
      readonly people: PeopleCount
      readonly stressed: PeopleCount | null
    }
  /** a bound only, in percent */
  | { readonly kind: 'at-most' | 'at-least'; readonly percent: number }
  | { readonly kind: 'not-shown' }
  /** the survey did not ask: what was heard is a theme, and no share of people */
  | { readonly kind: 'heard-only' }

/** A need a component answers, and how sure it is that the need exists: confidence (a). */
export type AnsweredNeed =
  | {
      readonly kind: 'rated'
      readonly construct: ConstructId
      /** a, 0–1 */
      readonly fit: number
      /** N, 0–100 */
      readonly score: number
      readonly interval: Interval
      readonly band: Band
      readonly confidence: Confidence
      readonly share: ConcernedShare
    }
  | {
      readonly kind: 'missing'
      readonly construct: ConstructId
      readonly fit: number
      readonly reason: Gap['reason']
    }

/** What each source says of one need, and how they agree. */
export interface HeardSources {
  readonly construct: ConstructId
  /** 0–100 each */
  readonly heard: readonly { readonly source: SourceName; readonly score: number }[]
  readonly convergence: Need['convergence']
  /** what was heard, in other words; null where none was approved */
  readonly paraphrase: string | null
}

/** The needs a component answers, the best match first; then those nothing is known of. */
export function explainNeeds(
  { component, answers }: Recommendation,
  context: ExplanationContext,
): readonly AnsweredNeed[] {
  const { weighed, assessed } = context
  const { needs } = weighed.facts
  const gaps = new Map(assessed.needs.gaps.map((gap) => [gap.construct, gap.reason]))
  const rated = answers.flatMap(({ construct, fit }): readonly AnsweredNeed[] => {
    const need = needs.get(construct)
    if (!need) return []
    const { score, interval, band, confidence } = need
    const share = shareOf(need, context)
    return [{ kind: 'rated', construct, fit, score, interval, band, confidence, share }]
  })
  const missing = Object.entries(weighed.inputs.fits[component]).flatMap(
    ([id, fit]): readonly AnsweredNeed[] => {
      const construct = id as ConstructId // keys of `fits`
      const reason = gaps.get(construct)
      return reason ? [{ kind: 'missing', construct, fit, reason }] : []
    },
  )
  return [...rated, ...missing]
}

function shareOf(
  { construct, people, stressed, sources }: Need,
  { release }: ExplanationContext,
): ConcernedShare {
  const share = release.constructs[construct]?.organization.shareElevated
  if (!share) return { kind: 'heard-only' }
  if (!sources.survey || share.kind === 'hidden') return { kind: 'not-shown' }
  if (people) return { kind: 'people', people, stressed }
  if (share.kind === 'shown') return { kind: 'not-shown' }
  return { kind: share.kind, percent: Math.round(100 * share.value) }
}

/** Who said so, of each need that could be rated. */
export function explainSources(
  { answers }: Recommendation,
  { weighed, beside }: ExplanationContext,
): readonly HeardSources[] {
  return answers.flatMap(({ construct }) => {
    const need = weighed.facts.needs.get(construct)
    if (!need) return []
    const { survey, focusGroups, managers } = need.sources
    const heard = Object.entries({ survey, focusGroups, managers }).flatMap(
      ([source, found]) =>
        found ? [{ source: source as SourceName, score: found.score }] : [],
    )
    const paraphrase = beside.paraphrases?.[construct] ?? null
    return [{ construct, heard, convergence: need.convergence, paraphrase }]
  })
}
