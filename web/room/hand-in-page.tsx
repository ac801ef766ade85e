import { type ReactNode, useState } from 'react'
import { Refused } from '../api.ts'
import { type Circumstances, handInOf, sendNotes, sorted } from './hand-in.ts'
import { NoteList } from './note-list.tsx'
import { isConversation, type Notebook } from './notebook.ts'
import { GiveUp } from './unlock-page.tsx'
import type { Change } from './use-notebook.ts'
import { useVoice } from './words.tsx'

/** How the last attempt ended, where it did not end with an empty device. */
type Outcome =
  | { readonly kind: 'sent'; readonly count: number }
  | { readonly kind: 'differs' }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly numbers: readonly number[]
    }

interface Props {
  readonly notebook: Notebook
  readonly change: Change
  readonly circumstances: Circumstances
  readonly onDone: () => Promise<void>
  readonly onGiveUp: () => Promise<void>
}

/** After the group: what is sent, what stays until it is mended, and the empty device. */
export function HandInPage(props: Props): ReactNode {
  const { notebook, change, circumstances, onDone, onGiveUp } = props
  const { say, count } = useVoice()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { ready, staying } = sorted(notebook.notes, circumstances)
  const isTyping = notebook.draft.text !== ''
  const isOver = staying.length === 0 && !isTyping

  const send = async () => {
    setBusy(true)
    setOutcome(null)
    const result = await attempt(notebook, circumstances)
    if (result.kind === 'sent' && isOver) return onDone()
    setBusy(false)
    setOutcome(result)
  }

  return (
    <div className="narrow">
      <h1>{say('hand-in.title')}</h1>
      <p>{say('hand-in.text')}</p>
      <section className="card">
        <ul>
          <li>{count('hand-in.ready', ready.length)}</li>
          <li>{count('hand-in.people', notebook.beginning.participants ?? 0)}</li>
          {isConversation(notebook.beginning.participants) && (
            <li>{say('begin.conversation')}</li>
          )}
          <li>
            {say(notebook.distressProtocolUsed ? 'hand-in.distress' : 'hand-in.calm')}
          </li>
          <li>{say(`hand-in.check.${notebook.memberCheck}`)}</li>
        </ul>
        {isTyping && <p className="warn">{say('hand-in.typing')}</p>}
        {isOver && <p>{say('hand-in.wipes')}</p>}
        <button type="button" disabled={isBusy} onClick={() => void send()}>
          {isBusy ? say('working') : count('hand-in.button', ready.length)}
        </button>
        {outcome && <Ended outcome={outcome} />}
      </section>
      {staying.length > 0 && (
        <section className="card">
          <h2>{count('hand-in.staying', staying.length)}</h2>
          <p>{say('hand-in.mend')}</p>
          <NoteList
            notes={staying}
            notebook={notebook}
            change={change}
            circumstances={circumstances}
          />
        </section>
      )}
      <details className="card">
        <summary>{say('hand-in.give-up')}</summary>
        <p>{say('hand-in.give-up.text')}</p>
        <GiveUp onWipe={onGiveUp} />
      </details>
    </div>
  )
}

function Ended({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const { say, count, sayNo } = useVoice()
  if (outcome.kind === 'sent') {
    return <p role="status">{count('hand-in.sent', outcome.count)}</p>
  }
  if (outcome.kind === 'differs') return <p role="alert">{say('hand-in.differs')}</p>
  const { code, numbers } = outcome
  return (
    <div role="alert" className="warn">
      <p>{sayNo(code)}</p>
      {numbers.length > 0 && (
        <p>{say('hand-in.numbers', { numbers: numbers.join(', ') })}</p>
      )}
      {code === 'sign-in-first' && (
        <p>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {say('hand-in.sign-in')}
          </a>
        </p>
      )}
      <p>{say('hand-in.safe')}</p>
    </div>
  )
}

async function attempt(
  notebook: Notebook,
  circumstances: Circumstances,
): Promise<Outcome> {
  const handed = handInOf(notebook, circumstances)
  try {
    const result = await sendNotes(notebook, handed)
    return result === 'all-there'
      ? { kind: 'sent', count: handed.segments.length }
      : { kind: 'differs' }
  } catch (error) {
    if (!(error instanceof Refused)) {
      return { kind: 'refused', code: 'internal-error', numbers: [] }
    }
    // The server counts what was sent, which has no order; the page says its own numbers.
    const numbers = error.problems.flatMap(({ where }) => {
      const at = Number(/^segments\.(\d+)/.exec(where)?.[1] ?? Number.NaN)
      const id = handed.segments[at]?.id
      const index = notebook.notes.findIndex((note) => note.id === id)
      return index < 0 ? [] : [index + 1]
    })
    return { kind: 'refused', code: error.code, numbers }
  }
}
