import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isChangeable } from '#server/assessments/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { AnswerAsEmployee } from './answer-as-employee.tsx'
import { CloseSurvey } from './close-survey.tsx'
import { CollectAgain } from './collect-again.tsx'
import { FocusGroups } from './focus-groups.tsx'
import { HrFiguresCard } from './hr-figures-card.tsx'
import { Interviews } from './interviews.tsx'
import { ParticipationCard } from './participation-card.tsx'
import { ResumeCollecting } from './resume-collecting.tsx'

/** While people answer: how many, in bands, and what else tells of them. Never a score. */
export function AskPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const isOrganiser = door.me?.role === 'organiser'
  if (isChangeable(assessment)) {
    return <PageHead title={say('ask.title')} lead={say('ask.not-yet')} />
  }
  const invite = (
    <Link to={paths.invitations} params={{ id }} className="button-link">
      {say('invitations.title')}
    </Link>
  )
  if (assessment.state === 'frozen') {
    return (
      <>
        <PageHead
          title={say('ask.title')}
          lead={say('ask.not-yet')}
          actions={
            <>
              {invite}
              <Link
                to={paths.groups}
                params={{ id }}
                className="button-link quiet-button"
              >
                {say('groups.plan.link')}
              </Link>
            </>
          }
        />
        <HrFiguresCard id={id} canAdd={isOrganiser} />
      </>
    )
  }
  return (
    <>
      <PageHead
        title={say('ask.title')}
        lead={say('ask.lead')}
        actions={assessment.state === 'open' && invite}
      />
      {assessment.state === 'open' && assessment.example && (
        <AnswerAsEmployee assessment={assessment} />
      )}
      {assessment.state === 'open' && <ParticipationCard assessment={assessment} />}
      {assessment.state === 'open' && <ResumeCollecting assessment={assessment} />}
      {assessment.state === 'open' && <CollectAgain assessment={assessment} />}
      <div className="three">
        <FocusGroups assessment={assessment} canAdd={isOrganiser} />
        <Interviews assessment={assessment} canAdd={isOrganiser} />
        <HrFiguresCard id={id} canAdd={isOrganiser} />
      </div>
      {assessment.state === 'open' && <CloseSurvey assessment={assessment} />}
    </>
  )
}
