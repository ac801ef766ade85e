import type { ReactNode } from 'react'
import type { Publication } from '#server/assessments/ahead/contract.ts'
import type { Questions } from '#server/assessments/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { useItemWords } from './use-item-words.ts'

type Handling = Publication['constructs'][number]['handling']

const neverShown = [
  'published.never.1',
  'published.never.2',
  'published.never.3',
  'published.never.4',
] as const

/** The plan as sentences, with its own numbers. */
export function PublishedWords({
  publication,
  questions,
}: {
  readonly publication: Publication
  readonly questions: Questions
}): ReactNode {
  const { say, count } = useLanguage()
  const { people, smallestGroup, units } = publication
  return (
    <Card title={say('published.words')}>
      <p>
        {count('published.people', people)}{' '}
        {say('published.minimum', { least: smallestGroup })}
      </p>
      {units.length === 0 && <p>{say('published.whole-only')}</p>}
      {(['common', 'sensitive', 'rare'] as const).map((handling) => (
        <Needs key={handling} handling={handling} publication={publication} />
      ))}
      <ByBackground publication={publication} />
      <Beside publication={publication} questions={questions} />
      <h3>{say('published.never')}</h3>
      <ul>
        {neverShown.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
    </Card>
  )
}

function Needs({
  handling,
  publication: { constructs },
}: {
  readonly handling: Handling
  readonly publication: Publication
}): ReactNode {
  const { say } = useLanguage()
  const own = constructs.filter((one) => one.handling === handling)
  const [first] = own
  if (!first) return null
  const { units, organization } = first
  const least = {
    common: { mean: units.meanNeed ?? 0, share: units.shares ?? 0 },
    sensitive: { mean: units.meanNeed ?? 0 },
    rare: { share: organization.shares ?? 0 },
  }
  return (
    <p>
      {say(`published.${handling}`, least[handling])}{' '}
      {own.map(({ construct }) => say(`construct.${construct}`)).join(' · ')}
    </p>
  )
}

function ByBackground({
  publication: { filters, divisions, units },
}: {
  readonly publication: Publication
}): ReactNode {
  const { say, sayIf } = useLanguage()
  if (filters.length === 0) return <p>{say('published.no-filters')}</p>
  const names = units.filter(({ id }) => divisions.includes(id)).map(({ name }) => name)
  return (
    <p>
      {say('published.filters', {
        filters: filters.map(({ id }) => sayIf(`item.${id}`)).join(' · '),
        divisions: names.length > 0 ? names.join(', ') : say('published.no-divisions'),
      })}
    </p>
  )
}

function Beside({
  publication: { beside },
  questions,
}: {
  readonly publication: Publication
  readonly questions: Questions
}): ReactNode {
  const { say } = useLanguage()
  const wordsOf = useItemWords(questions)
  if (beside.length === 0) return null
  return (
    <>
      <p>{say('published.beside')}</p>
      <ul>
        {beside.map(({ item, least, isEverShown }) => (
          <li key={item}>
            {isEverShown
              ? say('published.beside.item', { question: wordsOf(item), least })
              : say('published.beside.never', { question: wordsOf(item) })}
          </li>
        ))}
      </ul>
    </>
  )
}
