import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { scheduleQuery } from './queries.ts'
import { SessionsCard } from './sessions-card.tsx'
import { FilesCard } from './sessions-page.tsx'
import { TalksCard } from './talks-card.tsx'

/** What somebody who leads sessions needs: when and where, and a place for totals. */
export function FacilitatedSessionsPage(): ReactNode {
  const { id } = useParams({ from: '/facilitating/facilitate/$id/sessions' })
  const { data, error } = useQuery(scheduleQuery(id))
  const { say } = useLanguage()
  return (
    <div className="page">
      <PageHead
        title={data?.name ?? say('facilitate.briefings')}
        lead={say('facilitate.briefings.lead')}
      />
      <RefusalNote refusal={error} />
      {data && (
        <>
          <SessionsCard id={id} schedule={data} canPlan={false} />
          <TalksCard id={id} schedule={data} />
          <FilesCard id={id} schedule={data} />
        </>
      )}
    </div>
  )
}
