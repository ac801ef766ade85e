import { constructOf } from '#surveys/constructs.ts'
import { say, type Texts, type Words } from '#surveys/say.ts'
import type { MissingSource, SourceName } from '../needs/missing-sources.ts'
import type { Dissonance } from '../recommendation/find-out-more.ts'
import { fewestGroups } from '../sources/focus-groups.ts'
import { fewestRatings } from '../sources/interviews.ts'
import type { SourceText } from '../sources-wording.ts'
import type { AnalysisText } from '../wording.ts'

/** How many of a source count in the results, and how many wait for others. */
export interface Counted {
  readonly heard: number
  readonly waiting: number
}

export interface SourcesThere {
  readonly focusGroups: Counted
  readonly interviews: Counted
}

/** From so many on something is told of a source. */
export const fewestOf = { focusGroups: fewestGroups, managers: fewestRatings } as const

/** Pages put texts of several kinds into one. */
const told = (texts: Texts, key: SourceText | AnalysisText, words?: Words): string =>
  say<string>(texts, key, words)

/**
 * What is missing, and what that costs in confidence: one sentence or two for each source, or
 * that nothing is missing.
 *
 * @param texts with `sources.*` and those of the analysis
 */
export function missingInWords(
  missing: readonly MissingSource[],
  there: SourcesThere,
  texts: Texts,
): readonly string[] {
  if (missing.length === 0) return [told(texts, 'sources.missing.nothing')]
  return missing.map((one) =>
    one.source === 'survey'
      ? told(texts, 'sources.missing.survey', { most: told(texts, 'confidence.low') })
      : [whyMissing(one.source, there, texts), ...costOf(one, texts)].join(' '),
  )
}

function whyMissing(
  source: Exclude<SourceName, 'survey'>,
  there: SourcesThere,
  texts: Texts,
): string {
  const { heard, waiting } = there[source === 'managers' ? 'interviews' : 'focusGroups']
  const have = heard + waiting
  const least = fewestOf[source]
  if (have === 0) return told(texts, `sources.missing.${source}.none`)
  if (heard > 0) return told(texts, `sources.missing.${source}.silent`)
  return told(texts, `sources.missing.${source}.few`, { have, least })
}

function costOf({ needs, surer }: MissingSource, texts: Texts): readonly string[] {
  if (needs === 0 || surer === null) return []
  return [
    surer > 0
      ? told(texts, 'sources.missing.surer', { surer, needs })
      : told(texts, 'sources.missing.surer.none'),
  ]
}

/** What to ask where two sources contradict each other, and what may be behind it. */
export interface AskNext {
  readonly question: string
  readonly reasons: readonly string[]
}

/**
 * The question follows from the part of life and from who sees most and least of it. It is
 * open, and tells nobody in the room what any source said.
 *
 * @throws RangeError when one and the same source is given twice
 */
export function askNext({ construct, high, low }: Dissonance, texts: Texts): AskNext {
  if (high === low) throw new RangeError(`expected two sources, got "${high}" twice`)
  const { domain } = constructOf(construct)
  return {
    question: say(texts, `sources.question.${domain}.${high}.${low}`),
    reasons: [1, 2].map((at) => say(texts, `sources.reason.${high}.${low}.${at}`)),
  }
}
