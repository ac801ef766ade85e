import { type ReactNode, useState } from 'react'
import { judgeText } from '#surveys/focus-groups/room-notes.ts'
import {
  checkSegment,
  longestParaphrase,
  type SegmentProblem,
} from '#surveys/focus-groups/segment.ts'
import { readCommands } from './commands.ts'
import type { Circumstances } from './hand-in.ts'
import { MarkedNote } from './marked-note.tsx'
import { NoteChoices } from './note-choices.tsx'
import { obey, withDraft, withNote } from './note-draft.ts'
import { type Draft, emptyDraft, type Notebook } from './notebook.ts'
import type { Change } from './use-notebook.ts'
import { useVoice } from './words.tsx'

/** One thing that was said. Enter saves it; words that begin with a slash steer the page. */
export function NoteForm({
  notebook,
  change,
  circumstances,
  onDistress,
}: {
  readonly notebook: Notebook
  readonly change: Change
  readonly circumstances: Circumstances
  readonly onDistress: () => void
}): ReactNode {
  const { say } = useVoice()
  const [problems, setProblems] = useState<readonly SegmentProblem[]>([])
  const { draft } = notebook
  const participants = notebook.beginning.participants ?? 1
  const set = (part: Partial<Draft>) => change((before) => withDraft(before, part))

  const type = (typed: string) => {
    const { text, commands } = readCommands(typed)
    change((before) => commands.reduce(obey, withDraft(before, { text })))
    if (commands.some(({ kind }) => kind === 'distress')) onDistress()
  }
  const save = () => {
    // A command at the very end has no space after it yet.
    const { text, commands } = readCommands(`${draft.text} `)
    const ready = commands.reduce(obey, withDraft(notebook, { text: text.trimEnd() }))
    const checked = checkSegment(
      { ...ready.draft, question: ready.question },
      participants,
    )
    if (commands.some(({ kind }) => kind === 'distress')) onDistress()
    if (checked.kind === 'problems') {
      change(() => ready)
      setProblems(checked.problems)
      return
    }
    setProblems([])
    change(() => withNote(ready, checked.content))
    document.getElementById('note')?.focus()
  }

  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <NoteField
        draft={draft}
        circumstances={circumstances}
        onType={type}
        onSave={save}
      />
      <NoteChoices draft={draft} onChange={set} />
      {problems.length > 0 && (
        <ul role="alert">
          {problems.map((one) => (
            <li key={one}>{say(`segment.${one}`, { participants })}</li>
          ))}
        </ul>
      )}
      <div className="row">
        <button type="submit">
          {say(draft.changes ? 'note.save-change' : 'note.save')}
        </button>
        {(draft.changes || draft.text !== '') && (
          <button
            type="button"
            className="quiet"
            onClick={() => change((before) => ({ ...before, draft: emptyDraft }))}
          >
            {say(draft.changes ? 'note.leave' : 'note.clear')}
          </button>
        )}
      </div>
    </form>
  )
}

function NoteField({
  draft,
  circumstances,
  onType,
  onSave,
}: {
  readonly draft: Draft
  readonly circumstances: Circumstances
  readonly onType: (typed: string) => void
  readonly onSave: () => void
}): ReactNode {
  const { say } = useVoice()
  const left = longestParaphrase - [...draft.text].length
  const { findings } = judgeText(draft.text, false, circumstances)
  return (
    <>
      <label htmlFor="note">{say(draft.changes ? 'note.change' : 'note.label')}</label>
      <p id="note-hint" className="quiet">
        {say('note.hint')}
      </p>
      <textarea
        id="note"
        rows={3}
        spellCheck={false}
        autoComplete="off"
        aria-describedby="note-hint note-left"
        value={draft.text}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onSave()
        }}
      />
      <p id="note-left" className="quiet">
        {say('note.left', { left })}
      </p>
      {findings.length > 0 && (
        <div className="warn" role="status">
          <p>{say('note.found')}</p>
          <MarkedNote text={draft.text} findings={findings} />
        </div>
      )}
    </>
  )
}
