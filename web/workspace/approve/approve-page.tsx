import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { ask, assessments } from '../../api.ts'
import { assessmentQuery, frontDoorQuery, useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { FreezeSurvey } from './freeze-survey.tsx'
import { OpenSurvey } from './open-survey.tsx'
import { reviewQuery } from './queries.ts'
import { ReviewCard } from './review-card.tsx'
import { SurveyNumber } from './survey-number.tsx'

/** The employee side agrees to exactly what will be asked; it is frozen; then it opens. */
export function ApprovePage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const isOrganiser = door.me?.role === 'organiser'
  return (
    <>
      <PageHead title={say('approve.title')} lead={say('approve.lead')} />
      <ReviewCard assessment={assessment} />
      <Approval assessment={assessment} />
      {isOrganiser && <FreezeSurvey assessment={assessment} />}
      {'surveyNumber' in assessment && <SurveyNumber assessment={assessment} />}
      {isOrganiser && <OpenSurvey assessment={assessment} />}
    </>
  )
}

function Approval({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say, count } = useLanguage()
  const { id, revision, state } = assessment
  const { data: review } = useQuery(reviewQuery(id))
  const open = review?.remarks.filter(({ settledBy }) => !settledBy).length ?? 0
  const approvedBy = 'approvedBy' in assessment ? assessment.approvedBy : null
  const approving = useAssessmentChange(id, () =>
    ask(
      Assessment,
      assessments[':id'].approval.$post({ param: { id }, json: { revision } }),
    ),
  )
  const isMine = door.me?.role === 'employee-side' && state === 'draft'
  return (
    <Card title={say('approve.approval')}>
      {approvedBy ? (
        <p className="good">{say('approve.given', { name: approvedBy })}</p>
      ) : (
        <p>{say(isMine ? 'approve.yours' : 'approve.waiting')}</p>
      )}
      {open > 0 && state === 'draft' && <p>{count('review.open', open)}</p>}
      {isMine && !approvedBy && (
        <Button onClick={() => approving.mutate(undefined)} loading={approving.isPending}>
          {say('approve.button')}
        </Button>
      )}
      <RefusalNote refusal={approving.error} />
    </Card>
  )
}
