import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isChangeable } from '#server/assessments/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { DutiesForm } from './duties-form.tsx'
import { DutyToAct } from './duty-to-act.tsx'
import { LackingCard } from './lacking-card.tsx'
import './prepare.css'

/** What is promised and settled before anybody is asked. */
export function DutiesPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const isDraft = isChangeable(assessment)
  return (
    <>
      <PageHead title={say('duties.title')} lead={say('duties.lead')} />
      <LackingCard assessment={assessment} />
      <DutyToAct assessment={assessment} />
      <DutiesForm
        key={assessment.revision}
        assessment={assessment}
        canChange={isDraft && door.me?.role === 'organiser'}
      />
    </>
  )
}
