import type { ReactNode } from 'react'
import { timedRoute } from '#surveys/focus-group-guide.ts'
import { type RouteQuestion, routeQuestions } from '#surveys/focus-groups/segment.ts'
import { Agenda } from './agenda.tsx'
import { CardVotes } from './card-votes.tsx'
import type { Circumstances } from './hand-in.ts'
import { NoteForm } from './note-form.tsx'
import { NoteList } from './note-list.tsx'
import { goTo, type Notebook } from './notebook.ts'
import { ReadBack } from './read-back.tsx'
import type { Change } from './use-notebook.ts'
import { useVoice, voiceIn } from './words.tsx'

const cards: RouteQuestion = 4
const ending: RouteQuestion = 8

/** While the group talks: where it is on its way, what is said, and nothing that moves. */
export function TablePage({
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
  const { say, sayOfGroup } = useVoice()
  const { question, kit } = notebook
  const { language, minutes } = kit.session
  const spoken = voiceIn(language)
  const go = (to: RouteQuestion) => change((before) => goTo(before, to))
  const id = timedRoute(minutes)[question - 1]?.id ?? 'opening'
  const next = routeQuestions.find((one) => one === question + 1)
  return (
    <div className="table">
      <Agenda notebook={notebook} onGo={go} />
      <div className="talk">
        <section className="card">
          <h1>
            {question}. {sayOfGroup(`route.${id}.title`)}
          </h1>
          <p className="aloud" lang={language}>
            {spoken.sayOfGroup(`route.${id}.ask`)}
          </p>
          <details>
            <summary>{say('table.how')}</summary>
            <p>{sayOfGroup(`route.${id}.how`)}</p>
          </details>
          {next && (
            <button type="button" className="quiet" onClick={() => go(next)}>
              {say('table.next')}
            </button>
          )}
        </section>
        {question === cards && <CardVotes notebook={notebook} change={change} />}
        {question === ending && <ReadBack notebook={notebook} change={change} />}
        <NoteForm
          notebook={notebook}
          change={change}
          circumstances={circumstances}
          onDistress={onDistress}
        />
        <section className="card">
          <h2>{say('notes.title', { number: question })}</h2>
          <NoteList
            notes={notebook.notes.filter((note) => note.question === question)}
            notebook={notebook}
            change={change}
            circumstances={circumstances}
          />
        </section>
      </div>
    </div>
  )
}
