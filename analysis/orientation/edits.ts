import type { Paper } from './document.ts'
import { mapTexts, textsOf } from './map-texts.ts'
import type { Passage } from './voice.ts'

/** What somebody wrote in place of a passage, and what it said then. */
export interface Edit {
  readonly passage: string
  /** the words of the passage when it was changed */
  readonly base: string
  readonly words: string
}

/** A changed passage beneath which something else has changed since. */
export interface Conflict extends Edit {
  /** what the passage would say today; null where it is no longer part of the material */
  readonly now: string | null
}

/** The material with people's words in place of its own. Their words stand whatever else changes. */
export function withEdits(paper: Paper<Passage>, edits: readonly Edit[]): Paper<Passage> {
  const byPassage = new Map(edits.map((edit) => [edit.passage, edit.words]))
  return mapTexts(paper, (passage) => {
    const words = passage.id === '' ? undefined : byPassage.get(passage.id)
    return words === undefined ? passage : { ...passage, text: words, gaps: [] }
  })
}

/** The edits that somebody has to look at again: what they stand for reads differently now. */
export function conflictsIn(
  paper: Paper<Passage>,
  edits: readonly Edit[],
): readonly Conflict[] {
  const now = new Map(textsOf(paper).map(({ id, text }) => [id, text]))
  return edits.flatMap((edit) => {
    const text = now.get(edit.passage) ?? null
    return text === edit.base ? [] : [{ ...edit, now: text }]
  })
}
