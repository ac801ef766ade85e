import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { ask, assessments } from '../../api.ts'
import { assessmentQuery, frontDoorQuery, useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { OpenSurvey } from './open-survey.tsx'

/** The employee side agrees to exactly what will be asked; then the organiser opens. */
export function ApprovePage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say, count, date } = useLanguage()
  const people = assessment.counted.reduce((sum, { headcount }) => sum + headcount, 0)
  return (
    <>
      <PageHead title={say('approve.title')} lead={say('approve.lead')} />
      <Card title={say('approve.what')}>
        <dl className="facts">
          <dt>{say('approve.people')}</dt>
          <dd>
            {count('people', people)}.{' '}
            {count('prepare.counted', assessment.counted.length)}
          </dd>
          <dt>{say('prepare.languages')}</dt>
          <dd>
            {assessment.languages.map((locale) => languageNames[locale]).join(', ')}
          </dd>
          <dt>{say('approve.questions')}</dt>
          <dd>{say('approve.questions.text')}</dd>
          <dt>{say('approve.published')}</dt>
          <dd>{say('approve.published.text')}</dd>
          <dt>{say('prepare.results-by')}</dt>
          <dd>{assessment.resultsBy ? date(assessment.resultsBy) : '–'}</dd>
        </dl>
      </Card>
      <Approval />
      {door.me?.role === 'organiser' && <OpenSurvey assessment={assessment} />}
    </>
  )
}

function Approval(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const { revision, approvedBy, state } = assessment
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
      {isMine && !approvedBy && (
        <Button onClick={() => approving.mutate(undefined)} loading={approving.isPending}>
          {say('approve.button')}
        </Button>
      )}
      <RefusalNote refusal={approving.error} />
    </Card>
  )
}
