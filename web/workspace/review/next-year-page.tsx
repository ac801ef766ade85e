import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import type { NextYear } from '#server/follow-up/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { ActionLog } from './action-log.tsx'
import { NextYearPlan } from './next-year-plan.tsx'
import { nextYearQuery } from './wave-queries.ts'
import { WithoutReach } from './without-reach.tsx'
import './waves.css'

/** What to stop or to change, and what next year's program could be. */
export function NextYearPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const { follows } = assessment
  const title = say('page.next-year')
  if (!isReleased(assessment)) {
    return <PageHead title={title} lead={say('understand.not-yet')} />
  }
  if (follows === null) {
    return <PageHead title={title} lead={say('waves.changed.none-before')} />
  }
  return (
    <>
      <PageHead title={title} lead={say('waves.year.lead')} />
      <Year id={id} earlier={follows} />
    </>
  )
}

function Year({
  id,
  earlier,
}: {
  readonly id: string
  readonly earlier: string
}): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const [budget, setBudget] = useState<number | null>(null)
  const { data: year, error } = useQuery(nextYearQuery(id, budget))
  if (error) return <RefusalNote refusal={error} />
  if (!year) return <p role="status">{say('understand.computing')}</p>
  return (
    <>
      <Listed
        id={id}
        earlier={earlier}
        year={year}
        canDecide={door.me?.role === 'organiser'}
      />
      <NextYearPlan
        id={id}
        proposal={year.proposal}
        budget={budget}
        onBudget={setBudget}
      />
      <ActionLog log={year.log} />
    </>
  )
}

function Listed({
  id,
  earlier,
  year: { withoutReach, unsaid, last },
  canDecide,
}: {
  readonly id: string
  readonly earlier: string
  readonly year: NextYear
  readonly canDecide: boolean
}): ReactNode {
  const { say, count } = useLanguage()
  return (
    <Card title={say('waves.stop.title')}>
      {withoutReach.length === 0 && <p>{say('waves.stop.none')}</p>}
      {withoutReach.map((one) => (
        <WithoutReach
          key={one.component}
          id={id}
          about={one}
          seen={last}
          canDecide={canDecide}
        />
      ))}
      {unsaid > 0 && (
        <p>
          {count('waves.stop.unsaid', unsaid)}{' '}
          <Link to={paths.actions} params={{ id: earlier }}>
            {say('waves.actions.open')}
          </Link>
        </p>
      )}
    </Card>
  )
}
