import type { Paper } from './document.ts'
import { textsOf } from './map-texts.ts'
import type { Passage } from './voice.ts'

/** What one place of a material said before and says now; null where it was or is not there. */
export interface Change {
  readonly before: string | null
  readonly now: string | null
}

/**
 * Where two editions of a material differ, in the order in which they are read. A material is
 * out of date exactly where this is not empty: it compares what is said, not what it was made of.
 */
export function changesBetween(
  before: Paper<Passage>,
  now: Paper<Passage>,
): readonly Change[] {
  const was = byPlace(before)
  const is = byPlace(now)
  const changed = [...was].flatMap(([place, text]): readonly Change[] => {
    const today = is.get(place) ?? null
    return today === text ? [] : [{ before: text, now: today }]
  })
  const added = [...is].flatMap(([place, text]): readonly Change[] =>
    was.has(place) ? [] : [{ before: null, now: text }],
  )
  return [...changed, ...added]
}

/** By the id of a passage; words without one are their own place. */
function byPlace(paper: Paper<Passage>): ReadonlyMap<string, string> {
  return new Map(
    textsOf(paper).map(({ id, text }) => [id === '' ? `= ${text}` : id, text]),
  )
}

/** Ids of the facts that are missing in a material, each once. */
export function missingIn(paper: Paper<Passage>): readonly string[] {
  return [...new Set(textsOf(paper).flatMap(({ gaps }) => gaps))]
}
