import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { orientationQuery } from '../../orientation.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { FactsCard } from './facts-card.tsx'
import { MaterialsCard } from './materials-card.tsx'

/** The material that introduces the adopted program. */
export function TellPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data, error } = useQuery({
    ...orientationQuery(id),
    enabled: isReleased(assessment),
  })
  const { say } = useLanguage()
  if (!isReleased(assessment)) {
    return <PageHead title={say('tell.title')} lead={say('understand.not-yet')} />
  }
  const canChange = door.me?.role === 'organiser'
  return (
    <>
      <PageHead title={say('tell.title')} lead={say('tell.lead')} />
      {!data && error && <RefusalNote refusal={error} />}
      {!data && !error && <p role="status">{say('understand.computing')}</p>}
      {data && canChange && <FactsCard id={id} data={data} />}
      {data && <MaterialsCard id={id} data={data} canChange={canChange} />}
    </>
  )
}
