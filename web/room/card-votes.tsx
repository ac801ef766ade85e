import type { ReactNode } from 'react'
import { groupTopics } from '#surveys/focus-group-form.ts'
import type { GroupTopic } from '#surveys/focus-groups/room-notes.ts'
import { dotsOf, type Notebook } from './notebook.ts'
import type { Change } from './use-notebook.ts'
import { useVoice, voiceIn } from './words.tsx'

/** The dots on each card, counted on the table and copied here. */
export function CardVotes({
  notebook,
  change,
}: {
  readonly notebook: Notebook
  readonly change: Change
}): ReactNode {
  const { say } = useVoice()
  const { language } = notebook.kit.session
  const { topic } = voiceIn(language)
  const most = notebook.beginning.participants ?? 0
  const { counted, expected } = dotsOf(notebook)
  const set = (construct: GroupTopic, votes: number) =>
    change((before) => ({
      ...before,
      votes: { ...before.votes, [construct]: Math.max(0, Math.min(most, votes)) },
    }))
  return (
    <section className="card">
      <h2>{say('votes.title')}</h2>
      <p>{say('votes.hint', { most })}</p>
      <p role="status">
        {say('votes.counted', { counted, expected })}{' '}
        {counted !== expected && say(counted < expected ? 'votes.fewer' : 'votes.more')}
      </p>
      <ul className="cards">
        {groupTopics.map((construct) => (
          <li key={construct}>
            <label htmlFor={`card-${construct}`} lang={language}>
              {topic(construct)}
            </label>
            <input
              id={`card-${construct}`}
              type="number"
              min={0}
              max={most}
              value={notebook.votes[construct] ?? 0}
              onFocus={({ currentTarget }) => currentTarget.select()}
              onChange={({ currentTarget }) =>
                set(construct, Math.trunc(currentTarget.valueAsNumber) || 0)
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
