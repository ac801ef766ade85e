import { type ReactNode, useState } from 'react'
import { judgeText } from '#surveys/focus-groups/room-notes.ts'
import type { Circumstances } from './hand-in.ts'
import { MarkedNote } from './marked-note.tsx'
import { goTo, type Note, type Notebook } from './notebook.ts'
import type { Change } from './use-notebook.ts'
import { useVoice } from './words.tsx'

interface InNotebook {
  readonly notebook: Notebook
  readonly change: Change
  readonly circumstances: Circumstances
}

/** Notes, each with what keeps it from being sent where something does. */
export function NoteList({
  notes,
  onEdit,
  ...rest
}: InNotebook & {
  readonly notes: readonly Note[]
  readonly onEdit?: () => void
}): ReactNode {
  const { say } = useVoice()
  if (notes.length === 0) return <p className="quiet">{say('notes.none')}</p>
  return (
    <ol className="notes">
      {notes.map((note) => (
        <li key={note.id}>
          <OneNote note={note} onEdit={onEdit ?? null} {...rest} />
        </li>
      ))}
    </ol>
  )
}

function OneNote({
  note,
  onEdit,
  notebook,
  change,
  circumstances,
}: InNotebook & {
  readonly note: Note
  readonly onEdit: (() => void) | null
}): ReactNode {
  const { say, count, sayDetail } = useVoice()
  const { findings, mayLeave } = judgeText(note.text, note.isHarmless, circumstances)
  const isSure = findings.some(({ certainty }) => certainty === 'sure')
  const number = notebook.notes.indexOf(note) + 1
  const isTyping = notebook.draft.text !== ''
  const edit = () => {
    const { id, question, isHarmless: _, ...content } = note
    change((before) => goTo({ ...before, draft: { ...content, changes: id } }, question))
    onEdit?.()
    // The form may only be about to appear.
    setTimeout(() => document.getElementById('note')?.focus())
  }
  return (
    <article aria-label={say('notes.one', { number })}>
      <MarkedNote text={note.text} findings={mayLeave ? [] : findings} />
      <p className="quiet">
        {say(`tone.${note.tone}`)} · {say(`intensity.${note.intensity}`)} ·{' '}
        {count('notes.speakers', note.speakers)}
      </p>
      {!mayLeave && (
        <p className="badge">{say(isSure ? 'notes.stays-sure' : 'notes.stays-likely')}</p>
      )}
      {note.isHarmless && mayLeave && findings.length > 0 && (
        <p className="quiet">{say('notes.judged')}</p>
      )}
      <div className="row">
        {!mayLeave && !isSure && (
          <button
            type="button"
            className="quiet"
            onClick={() =>
              change((before) => replaced(before, note.id, { ...note, isHarmless: true }))
            }
          >
            {say('notes.harmless')}
          </button>
        )}
        <button type="button" className="quiet" disabled={isTyping} onClick={edit}>
          {say('notes.edit')}
        </button>
        <Delete onDelete={() => change((before) => replaced(before, note.id, null))} />
      </div>
      {!mayLeave && <p className="quiet">{sayDetail('detail.no-promise')}</p>}
    </article>
  )
}

function Delete({ onDelete }: { readonly onDelete: () => void }): ReactNode {
  const { say } = useVoice()
  const [isSure, setSure] = useState(false)
  return (
    <button
      type="button"
      className="quiet"
      onBlur={() => setSure(false)}
      onClick={() => (isSure ? onDelete() : setSure(true))}
    >
      {say(isSure ? 'notes.delete-now' : 'notes.delete')}
    </button>
  )
}

/** @param note null to take it out */
function replaced(notebook: Notebook, id: string, note: Note | null): Notebook {
  const notes = notebook.notes.flatMap((one) => {
    if (one.id !== id) return [one]
    return note ? [note] : []
  })
  const isOpen = notebook.draft.changes === id
  const draft = isOpen && !note ? { ...notebook.draft, changes: null } : notebook.draft
  return { ...notebook, notes, draft }
}
