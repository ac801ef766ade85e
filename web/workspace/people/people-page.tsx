import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { ColleaguesCard } from './colleagues-card.tsx'
import { colleaguesQuery } from './colleagues-query.ts'
import { InviteCard } from './invite-card.tsx'
import { RuleCard } from './rule-card.tsx'

/** Who works here, in which roles and how protected; new colleagues are called in by a link. */
export function PeoplePage(): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data, error } = useQuery(colleaguesQuery)
  const role = door.me?.role
  return (
    <div className="page">
      <PageHead title={say('people.title')} lead={say('people.lead')} />
      <RefusalNote refusal={error} />
      {(role === 'organiser' || role === 'employee-side') && <InviteCard mine={role} />}
      {data && role && <ColleaguesCard colleagues={data} mine={role} />}
      {data && !door.me?.organization.example && <RuleCard colleagues={data} />}
    </div>
  )
}
