import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { fewestOf, missingInWords } from '#analysis/report/sources-in-words.ts'
import type { Results, Sources } from '#server/results/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { sourcesQuery } from './queries.ts'

/** Before the release: how far groups and interviews are, and no figure. */
export function SourcesSoFar({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const { data, error } = useQuery(sourcesQuery(id))
  if (!data) return <RefusalNote refusal={error} />
  const { focusGroups, interviews } = data
  return (
    <Card title={say('sources.sofar.title')}>
      <ul>
        <li>{say('sources.sofar.survey.before')}</li>
        <li>
          {say('sources.sofar.focusGroups.before', {
            waiting: focusGroups.waiting,
            least: fewestOf.focusGroups,
          })}
        </li>
        <li>
          {say('sources.sofar.interviews.before', {
            waiting: interviews.waiting,
            least: fewestOf.managers,
          })}
        </li>
      </ul>
    </Card>
  )
}

/** After it: what is in the results, what waits, and what the rest would be worth. */
export function SourcesThere({
  id,
  results,
}: {
  readonly id: string
  readonly results: Results
}): ReactNode {
  const { say, texts } = useLanguage()
  const { data } = useQuery(sourcesQuery(id))
  if (!data) return null
  const { focusGroups, interviews } = data
  const isWaiting = focusGroups.waiting + interviews.waiting > 0
  return (
    <div className="two">
      <Card title={say('sources.sofar.title')}>
        <ul>
          <li>{say('sources.sofar.focusGroups', countsOf(focusGroups))}</li>
          <li>{say('sources.sofar.interviews', countsOf(interviews))}</li>
        </ul>
        {isWaiting && <p className="quiet">{say('sources.sofar.why')}</p>}
        <ChangedSince sources={data} />
      </Card>
      <Card title={say('sources.missing.title')}>
        {missingInWords(results.sources.missing, data, texts).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Card>
    </div>
  )
}

/** That results are others than at the release, since when and by how many: never by whom. */
function ChangedSince({ sources }: { readonly sources: Sources }): ReactNode {
  const { say, month } = useLanguage()
  const said = (['focusGroups', 'interviews'] as const).flatMap((source) =>
    sources[source].later.map((batch) =>
      say(`sources.later.${source}`, { count: batch.count, month: month(batch.month) }),
    ),
  )
  return said.map((sentence, at) => <p key={`${at} ${sentence}`}>{sentence}</p>)
}

const countsOf = ({ heard, waiting }: Sources['interviews']) => ({ heard, waiting })
