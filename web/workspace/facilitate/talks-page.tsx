import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { studiesQuery, talksQuery } from './queries.ts'

/** The manager interviews of one assessment, and how far each is. */
export function TalksPage(): ReactNode {
  const { id } = useParams({ from: '/facilitating/facilitate/$id/interviews' })
  const { say, count } = useLanguage()
  const { data, error } = useQuery(talksQuery(id))
  const { data: studies } = useQuery(studiesQuery)
  const isOut = studies?.some(
    (one) => one.id === id && (one.state === 'released' || one.state === 'shredded'),
  )
  return (
    <div className="page">
      <PageHead title={say('talks.title')} lead={say('talks.lead')} />
      <RefusalNote refusal={error} />
      {isOut && data?.length !== 0 && (
        <p className="quiet">{say('sources.late.facilitator')}</p>
      )}
      {data?.length === 0 && <p>{say('talks.none')}</p>}
      <div className="two">
        {data?.map(({ id: interview, team, people, state }) => (
          <Card key={interview} title={team.join(', ')}>
            <p className="quiet">
              {count('people', people)} · {say(`interviews.state.${state}`)}
            </p>
            <Link to={paths.talk} params={{ id, interview }}>
              {say('talks.open', { team: team.join(', ') })}
            </Link>
          </Card>
        ))}
      </div>
    </div>
  )
}
