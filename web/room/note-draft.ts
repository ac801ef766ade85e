import type { Command } from './commands.ts'
import { type Draft, emptyDraft, goTo, type Notebook } from './notebook.ts'

/** The notebook with something about its draft changed. */
export const withDraft = (notebook: Notebook, part: Partial<Draft>): Notebook => ({
  ...notebook,
  draft: { ...notebook.draft, ...part },
})

/** Does what was typed as a command; the distress protocol is for the page to open. */
export function obey(notebook: Notebook, command: Command): Notebook {
  switch (command.kind) {
    case 'question':
      return goTo(notebook, command.question)
    case 'distress':
      return notebook
    default: {
      const { kind: _, ...part } = command
      return withDraft(notebook, part)
    }
  }
}

/** Puts what was checked into the list, in its old place where it changes a note. */
export function withNote(
  notebook: Notebook,
  content: Omit<Notebook['notes'][number], 'id' | 'isHarmless'>,
): Notebook {
  const { changes, tone } = notebook.draft
  const draft = { ...emptyDraft, tone }
  const old = notebook.notes.find(({ id }) => id === changes)
  if (!old) {
    const note = { ...content, id: crypto.randomUUID(), isHarmless: false }
    return { ...notebook, draft, notes: [...notebook.notes, note] }
  }
  const isHarmless = old.isHarmless && old.text === content.text
  const changed = { ...content, id: old.id, isHarmless }
  const notes = notebook.notes.map((note) => (note === old ? changed : note))
  return { ...notebook, draft, notes }
}
