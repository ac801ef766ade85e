import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { WorkProgress } from '../../ui/work-progress.tsx'
import { useExample } from './use-example.ts'

/** The first page: set up an organization, or walk through an invented one. */
export function FrontPage(): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useQuery(frontDoorQuery)
  if (!door) return null
  return (
    <div className="page">
      <PageHead title={say('front.title')} lead={say('front.lead')} />
      {door.me && (
        <p>
          <Link to={paths.assessments}>{say('front.go-on', { name: door.me.name })}</Link>
        </p>
      )}
      <div className="two">
        <ExploreCard />
        <SetUpCard />
      </div>
      <p className="quiet">{say('front.honest')}</p>
    </div>
  )
}

function ExploreCard(): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const navigate = useNavigate()
  const { begin, job, refusal } = useExample()
  const isFinished = job?.state === 'finished'

  useEffect(() => {
    if (isFinished) void navigate({ to: paths.assessments })
  }, [isFinished, navigate])

  return (
    <Card title={say('front.example')}>
      <p>{say('front.example.text')}</p>
      {door.exampleOpen ? (
        <Button onClick={begin} disabled={job?.state === 'running'}>
          {say('front.example.button')}
        </Button>
      ) : (
        <p className="quiet">{say('front.example.closed')}</p>
      )}
      {job?.state === 'running' && (
        <WorkProgress done={job.done} label={say(`example.step.${stepOf(job.step)}`)} />
      )}
      <RefusalNote refusal={refusal} />
    </Card>
  )
}

const steps = [
  'started',
  'planning',
  'opening',
  'drawing-keys',
  'answering',
  'listening',
] as const
const stepOf = (step: string) => steps.find((each) => each === step) ?? 'started'

function SetUpCard(): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  return (
    <Card title={say('front.set-up')}>
      {door.setUp ? (
        <>
          <p>{say('front.set-up.done')}</p>
          <Link to={paths.signIn} className="button-link">
            {say('accounts.sign-in')}
          </Link>
        </>
      ) : (
        <>
          <p>{say('front.set-up.text')}</p>
          <p className="quiet">{say('front.set-up.link')}</p>
          <Link to={paths.setUp} className="button-link quiet-button">
            {say('front.set-up.button')}
          </Link>
        </>
      )}
    </Card>
  )
}
