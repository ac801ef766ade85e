import type { ReactNode } from 'react'
import { memberChecks } from '#surveys/focus-groups/room-notes.ts'
import { routeQuestions } from '#surveys/focus-groups/segment.ts'
import type { Notebook } from './notebook.ts'
import type { Change } from './use-notebook.ts'
import { useVoice } from './words.tsx'

/** What was noted, to sum up from, and what the group said to it. */
export function ReadBack({
  notebook,
  change,
}: {
  readonly notebook: Notebook
  readonly change: Change
}): ReactNode {
  const { say } = useVoice()
  return (
    <section className="card">
      <h2>{say('read-back.title')}</h2>
      <p>{say('read-back.hint')}</p>
      <details>
        <summary>{say('read-back.notes')}</summary>
        {routeQuestions.map((question) => {
          const notes = notebook.notes.filter((note) => note.question === question)
          return notes.length === 0 ? null : (
            <div key={question}>
              <h3>{say('notes.title', { number: question })}</h3>
              <ul>
                {notes.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            </div>
          )
        })}
      </details>
      <fieldset>
        <legend>{say('read-back.said')}</legend>
        {memberChecks.map((one) => (
          <label key={one} className="tick">
            <input
              type="radio"
              name="member-check"
              checked={notebook.memberCheck === one}
              onChange={() => change((before) => ({ ...before, memberCheck: one }))}
            />
            <span>{say(`read-back.${one}`)}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}
