import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isChangeable } from '#server/assessments/contract.ts'
import type { GroupsOfAssessment } from '#server/group-studies/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { FacilitatorsCard } from './facilitators-card.tsx'
import { PapersCard } from './papers-card.tsx'
import { groupsQuery } from './queries.ts'
import { SeatsLink } from './seats-link.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { StudyCard } from './study-card.tsx'

/** Focus groups from what they are for to who holds them. The employee side sees all of it. */
export function GroupsPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: groups, error } = useQuery(groupsQuery(id))
  const { say } = useLanguage()
  if (isChangeable(assessment)) {
    return (
      <PageHead
        title={say('groups.plan.title')}
        lead={say('refusal.groups-need-frozen-plan')}
      />
    )
  }
  return (
    <>
      <PageHead title={say('groups.plan.title')} lead={say('groups.plan.lead')} />
      <RefusalNote refusal={error} />
      {groups && <Planned id={id} groups={groups} />}
    </>
  )
}

function Planned({
  id,
  groups,
}: {
  readonly id: string
  readonly groups: GroupsOfAssessment
}): ReactNode {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const canPlan = door.me?.role === 'organiser'
  return (
    <>
      <StudyCard id={id} groups={groups} canPlan={canPlan} />
      {groups.study && (
        <>
          <SessionsCard id={id} groups={groups} canPlan={canPlan} />
          <div className="two">
            <SeatsLink id={id} />
            <FacilitatorsCard groups={groups} />
          </div>
          <PapersCard id={id} languages={groups.study.languages} />
        </>
      )}
    </>
  )
}
