import type { PaperBlock, PaperSection } from './document.ts'
import type { Passage } from './voice.ts'

/** Blocks of passages, as materials are put together from them. */

export type Part = PaperBlock<Passage>
export type Chapter = PaperSection<Passage>

export const paragraph = (text: Passage): Part => ({ kind: 'paragraph', text })

export const list = (items: readonly Passage[], ordered = false): Part => {
  return { kind: 'list', ordered, items }
}

export const callout = (title: Passage, text: Passage): Part => {
  return { kind: 'callout', title, text }
}

export function chapter(
  title: Passage,
  blocks: readonly Part[],
  notes: readonly Passage[] = [],
): Chapter {
  return { title, blocks, notes }
}

/** Words nobody changes: a name, a number, an empty cell. */
export const fixed = (text: string): Passage => ({ id: '', text, gaps: [] })

/** A fact as it was written, where it stands alone. */
export const bare = (id: string, text: string): Passage => ({ id, text, gaps: [] })
