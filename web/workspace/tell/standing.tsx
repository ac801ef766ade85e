import type { ReactNode } from 'react'
import type { FactField, Orientation } from '#server/orientation/contract.ts'
import { useLanguage } from '../../language.tsx'
import { factNames } from './fact-words.ts'

export type Material = Orientation['materials'][number]
type OutOfDate = Extract<Material['standing'], { state: 'out-of-date' }>

/** How a material stands beside what people have in hand. */
export function StandingOf({
  standing,
  fields,
}: {
  readonly standing: Material['standing']
  readonly fields: readonly FactField[]
}): ReactNode {
  const language = useLanguage()
  const { say, date } = language
  switch (standing.state) {
    case 'incomplete': {
      const what = factNames(standing.missing, fields, language)
      return say('standing.incomplete', { what })
    }
    case 'conflict':
      return say('standing.conflict')
    case 'ready':
      return say('standing.ready')
    case 'published': {
      const { on, by } = standing
      return (
        <span className="good">{say('standing.published', { on: date(on), by })}</span>
      )
    }
    case 'out-of-date':
      return (
        <>
          <strong>{say('standing.out-of-date', { on: date(standing.on) })}</strong>
          {standing.conflicts > 0 && <p>{say('standing.conflict')}</p>}
          <Changes changes={standing.changes} />
        </>
      )
  }
}

const mostShown = 30

function Changes({ changes }: Pick<OutOfDate, 'changes'>): ReactNode {
  const { say } = useLanguage()
  if (changes.length === 0) return null
  return (
    <details>
      <summary>{say('tell.changed')}</summary>
      <ul className="plain-list">
        {changes.slice(0, mostShown).map(({ before, now }) => (
          <li key={`${before} ${now}`}>
            <dl className="facts">
              <dt>{say('tell.changed.before')}</dt>
              <dd>{before ?? say('tell.changed.none')}</dd>
              <dt>{say('tell.changed.now')}</dt>
              <dd>{now ?? say('tell.changed.none')}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </details>
  )
}
