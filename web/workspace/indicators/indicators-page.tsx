import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Assessment, isChangeable } from '#server/assessments/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { hrFiguresQuery } from '../../hr-figures.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { BringFigures } from './bring-figures.tsx'
import { FiguresKept } from './figures-kept.tsx'
import { Meaning } from './meaning.tsx'

/** Figures of groups from the personnel office. The employee side sees them, and changes nothing. */
export function IndicatorsPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  if (isChangeable(assessment)) {
    return <PageHead title={say('hr.title')} lead={say('hr.not-yet')} />
  }
  return (
    <>
      <PageHead title={say('hr.title')} lead={say('hr.lead')} />
      <Figures assessment={assessment} />
      <Meaning />
    </>
  )
}

function Figures({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data, error } = useQuery(hrFiguresQuery(assessment.id))
  const isOrganiser = door.me?.role === 'organiser'
  if (!data) return <RefusalNote refusal={error} />
  const kept = (
    <FiguresKept assessment={assessment} figures={data.figures} canRemove={isOrganiser} />
  )
  if (!isOrganiser) return kept
  return (
    <>
      <BringFigures assessment={assessment} />
      {kept}
    </>
  )
}
