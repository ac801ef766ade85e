import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { BringTotals } from './bring-totals.tsx'

/** The provider's totals, where the organiser brings them in the provider's place. */
export function TotalsPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  if (!isReleased(assessment)) {
    return <PageHead title={say('totals.title')} lead={say('review.not-yet')} />
  }
  const isOrganiser = door.me?.role === 'organiser'
  return (
    <>
      <PageHead title={say('totals.title')} lead={say('totals.lead')} />
      <Card title={say('totals.who')}>
        <p>{say('totals.who.text')}</p>
      </Card>
      {isOrganiser ? (
        <BringTotals id={id} isExample={assessment.example} />
      ) : (
        <p>{say('totals.organiser')}</p>
      )}
    </>
  )
}
