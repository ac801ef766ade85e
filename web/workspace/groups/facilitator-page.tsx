import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { GroupsOfAssessment } from '#server/group-studies/contract.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { HeldSession } from './held-session.tsx'
import { PapersCard } from './papers-card.tsx'
import { groupsQuery, seatsQuery } from './queries.ts'
import { ReadinessCard } from './readiness-card.tsx'
import { useSessionName } from './session-facts.tsx'
import { StudySummary } from './study-card.tsx'

/** What somebody who holds groups needs of one assessment. */
export function FacilitatorPage(): ReactNode {
  const { id } = useParams({ from: '/facilitating/facilitate/$id' })
  const { data: groups, error } = useQuery(groupsQuery(id))
  const { say } = useLanguage()
  return (
    <div className="page">
      <PageHead
        title={groups?.assessment.name ?? say('facilitate.title')}
        lead={say('facilitate.groups.lead')}
        actions={
          <Link to={paths.coding} params={{ id }} className="button-link">
            {say('coding.open')}
          </Link>
        }
      />
      <RefusalNote refusal={error} />
      <ReadinessCard />
      {groups && !groups.study && <p>{say('facilitate.study.none')}</p>}
      {groups?.study && (
        <>
          <Sessions id={id} groups={groups} />
          <Card title={say('groups.study.title')}>
            <StudySummary study={groups.study} />
          </Card>
          <PapersCard id={id} languages={groups.study.languages} />
        </>
      )}
    </div>
  )
}

function Sessions({
  id,
  groups: { sessions, me },
}: {
  readonly id: string
  readonly groups: GroupsOfAssessment
}): ReactNode {
  const { say } = useLanguage()
  const nameOf = useSessionName()
  const { data: seats } = useQuery(seatsQuery(id))
  const mine = sessions.filter(({ facilitator }) => facilitator.id === me)
  const others = sessions.filter(({ facilitator }) => facilitator.id !== me)
  return (
    <Card title={say('groups.sessions.title')}>
      {mine.length === 0 && <p>{say('facilitate.sessions.none')}</p>}
      <ul className="plain-list group-sessions">
        {mine.map((session) => (
          <li key={session.id}>
            <HeldSession
              id={id}
              session={session}
              taken={seats?.sessions.find((one) => one.session === session.id)?.taken}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{say('facilitate.others')}</h3>
          <ul className="plain-list">
            {others.map((session) => (
              <li key={session.id}>
                <span>
                  {nameOf(session)} · {session.facilitator.name} ·{' '}
                  {say(`groups.state.${session.state}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
