import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { orientationQuery } from '../../orientation.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { Materials } from './materials.tsx'
import { RouteForm } from './route-form.tsx'

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
  if (error) return <RefusalNote refusal={error} />
  if (!data) return <p role="status">{say('understand.computing')}</p>
  return (
    <>
      <PageHead title={say('tell.title')} lead={say('tell.lead')} />
      {door.me?.role === 'organiser' && (
        <Card title={say('tell.route')}>
          <RouteForm key={JSON.stringify(data.route)} id={id} route={data.route} />
        </Card>
      )}
      <Card title={say('tell.material')}>
        {data.ready ? (
          <Materials id={id} />
        ) : (
          <p>{say(data.route ? 'tell.adopt-first' : 'tell.route-first')}</p>
        )}
      </Card>
    </>
  )
}
