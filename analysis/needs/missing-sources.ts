import type { ConstructId } from '#surveys/constructs.ts'
import { isGroupTopic } from '#surveys/focus-group-form.ts'
import { ratedConstructs } from '#surveys/manager-interview-form.ts'
import { countsAs } from '../disclosure/bands.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import { confidenceOf, type Grounds } from './confidence.ts'
import type { Confidence, Need, Needs } from './need.ts'
import { responseRateOf } from './read-release.ts'
import { singleItems, weakestItems } from './validation.ts'

export type SourceName = keyof Need['sources']

/** A source that says nothing of any need, and what that costs. */
export interface MissingSource {
  readonly source: SourceName
  /** needs that are rated without it and that it could speak of */
  readonly needs: number
  /**
   * needs of which one would be surer, were it there and said what the others say; null for
   * the survey: how many would answer is not known, so nothing can be computed
   */
  readonly surer: number | null
}

const order: readonly SourceName[] = ['survey', 'focusGroups', 'managers']

const ranks: Readonly<Record<Confidence, number>> = {
  'very-low': 1,
  low: 2,
  moderate: 3,
  high: 4,
}

/**
 * The sources that are missing from the needs as they are, and what each would be worth. The
 * interval stays as it is: a further source would rather narrow it, so less is promised than
 * there may be.
 */
export function missingSources(
  release: Disclosed<Release>,
  { needs, validation }: Needs,
): readonly MissingSource[] {
  const missing = order.filter((source) => needs.every((need) => !need.sources[source]))
  const wouldBeSurer = (need: Need): boolean => {
    const grounds = withOneMore(groundsOf(need, release, validation))
    return ranks[confidenceOf(grounds)] > ranks[need.confidence]
  }
  return missing.map((source) => {
    const spokenOf = needs.filter(({ construct }) => canSpeakOf(source, construct))
    return {
      source,
      needs: spokenOf.length,
      surer: source === 'survey' ? null : spokenOf.filter(wouldBeSurer).length,
    }
  })
}

/** What the confidence in a need rests on, read again from what was published. */
function groundsOf(
  { construct, interval, convergence, sources }: Need,
  release: Disclosed<Release>,
  validation: Needs['validation'],
): Grounds {
  const cells = release.constructs[construct]
  return {
    interval,
    responseRate: responseRateOf(release),
    convergence,
    sources: order.filter((source) => sources[source] !== null).length,
    answered: sources.survey && cells ? countsAs(cells.organization.answered) : null,
    items: weakestItems(validation),
    isSingleItem: singleItems.has(construct),
  }
}

/** One more source that agrees. Contradictions between the others it does not mend. */
function withOneMore(grounds: Grounds): Grounds {
  const { convergence, sources } = grounds
  return {
    ...grounds,
    sources: sources + 1,
    convergence: convergence === 'single-source' ? 'agreement' : convergence,
  }
}

/** Whether somebody is asked about it at all. */
function canSpeakOf(source: SourceName, construct: ConstructId): boolean {
  if (source === 'focusGroups') return isGroupTopic(construct)
  return source === 'survey' || ratedConstructs.includes(construct)
}
