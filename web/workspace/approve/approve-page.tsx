import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { ask, assessments } from '../../api.ts'
import { assessmentQuery, frontDoorQuery, useAssessmentChange } from '../../assessment.ts'
import { keyHoldersQuery } from '../../key-holders.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { FreezeSurvey } from './freeze-survey.tsx'
import { OpenSurvey } from './open-survey.tsx'
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
      <WhatIsApproved assessment={assessment} />
      <Approval assessment={assessment} />
      {isOrganiser && <FreezeSurvey assessment={assessment} />}
      {'surveyNumber' in assessment && <SurveyNumber assessment={assessment} />}
      {isOrganiser && <OpenSurvey assessment={assessment} />}
    </>
  )
}

function WhatIsApproved({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { say, count, date } = useLanguage()
  const { counted, languages, closesOn, resultsBy } = assessment
  const people = counted.reduce((sum, { headcount }) => sum + headcount, 0)
  return (
    <Card title={say('approve.what')}>
      <dl className="facts">
        <dt>{say('approve.people')}</dt>
        <dd>
          {count('people', people)}. {count('prepare.counted', counted.length)}
        </dd>
        <dt>{say('prepare.languages')}</dt>
        <dd>{languages.map((locale) => languageNames[locale]).join(', ')}</dd>
        <dt>{say('approve.questions')}</dt>
        <dd>{say('approve.questions.text')}</dd>
        <dt>{say('approve.beside')}</dt>
        <dd>
          <Beside assessment={assessment} />
        </dd>
        <dt>{say('approve.published')}</dt>
        <dd>{say('approve.published.text')}</dd>
        <dt>{say('keys.title')}</dt>
        <dd>
          <Keys id={assessment.id} />
        </dd>
        <dt>{say('prepare.closes-on')}</dt>
        <dd>{closesOn ? date(closesOn) : '–'}</dd>
        <dt>{say('prepare.results-by')}</dt>
        <dd>{resultsBy ? date(resultsBy) : '–'}</dd>
      </dl>
    </Card>
  )
}

/** Modules and own questions, in full: nobody approves what they did not read. */
function Beside({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { say } = useLanguage()
  const { id, questions, languages } = assessment
  const { modules, own } = questions
  return (
    <>
      {modules.length + own.length === 0 && say('approve.beside.none')}
      {modules.map((module) => (
        <span key={module} className="line">
          {say(`part.module-${module}`)}
        </span>
      ))}
      {own.map(({ id: question, title }) => (
        <span key={question} className="line">
          {languages.map((locale) => title[locale] ?? '–').join(' · ')}
        </span>
      ))}
      <Link to={paths.prepareQuestions} params={{ id }} className="line">
        {say('plan.nav.questions')}
      </Link>
      <Link to={paths.prepareDuties} params={{ id }} className="line">
        {say('plan.nav.duties')}
      </Link>
      <Link to={paths.preparePublished} params={{ id }} className="line">
        {say('plan.nav.published')}
      </Link>
    </>
  )
}

function Keys({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const { data: keys } = useQuery(keyHoldersQuery(id))
  if (!keys || keys.holders.length === 0) return '–'
  const { needed, holders } = keys
  return (
    <>
      {holders.map(({ id: holder, name, side }) => (
        <span key={holder} className="line">
          {name}, {say(`side.${side}`)}
        </span>
      ))}
      <span className="line">
        {say('keys.needed.of', { needed, all: holders.length })}
      </span>
    </>
  )
}

function Approval({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const { id, revision, state } = assessment
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
      {isMine && !approvedBy && (
        <Button onClick={() => approving.mutate(undefined)} loading={approving.isPending}>
          {say('approve.button')}
        </Button>
      )}
      <RefusalNote refusal={approving.error} />
    </Card>
  )
}
