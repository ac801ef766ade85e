import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AnswerAsEmployee } from './answer-as-employee.tsx'
import { CloseSurvey } from './close-survey.tsx'
import { FocusGroups } from './focus-groups.tsx'
import { Interviews } from './interviews.tsx'
import { ParticipationCard } from './participation-card.tsx'

/** While people answer: how many, in bands, and the two other sources. Never a score. */
export function AskPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const isOrganiser = door.me?.role === 'organiser'
  if (assessment.state === 'draft') {
    return <PageHead title={say('ask.title')} lead={say('ask.not-yet')} />
  }
  return (
    <>
      <PageHead title={say('ask.title')} lead={say('ask.lead')} />
      {assessment.state === 'open' && assessment.example && (
        <AnswerAsEmployee assessment={assessment} />
      )}
      {assessment.state === 'open' && <ParticipationCard assessment={assessment} />}
      <div className="two">
        <FocusGroups assessment={assessment} canAdd={isOrganiser} />
        <Interviews assessment={assessment} canAdd={isOrganiser} />
      </div>
      {isOrganiser && assessment.state === 'open' && (
        <CloseSurvey assessment={assessment} />
      )}
    </>
  )
}
