import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isChangeable } from '#server/assessments/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { LackingCard } from './lacking-card.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanSummary } from './plan-summary.tsx'
import { UnitEditor } from './unit-editor.tsx'
import { UnitsImport } from './units-import.tsx'
import { UnitsMerged } from './units-merged.tsx'
import './prepare.css'

/** Who is asked, in which languages, with which help at hand. */
export function PreparePage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const canChange = isChangeable(assessment) && door.me?.role === 'organiser'
  return (
    <>
      <PageHead
        title={say('prepare.title')}
        lead={say(canChange ? 'prepare.lead' : 'prepare.fixed')}
      />
      <LackingCard assessment={assessment} />
      <Card title={say('prepare.units')}>
        {canChange && <UnitsImport assessment={assessment} />}
        <UnitsMerged assessment={assessment} />
        {canChange && <UnitEditor key={assessment.revision} assessment={assessment} />}
      </Card>
      <Card title={say('prepare.plan')}>
        {canChange ? (
          <PlanForm key={assessment.revision} assessment={assessment} />
        ) : (
          <PlanSummary assessment={assessment} />
        )}
      </Card>
    </>
  )
}
