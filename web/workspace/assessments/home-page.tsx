import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  type Assessment,
  isChangeable,
  isReleased,
} from '#server/assessments/contract.ts'
import { yearsQuery } from '../../annual-reports.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { keyHoldersQuery } from '../../key-holders.ts'
import { lackingQuery } from '../../lacking.ts'
import { useLanguage } from '../../language.tsx'
import { orientationQuery } from '../../orientation.ts'
import { programQuery } from '../../programs.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import './home.css'
import type { Facts } from './facts.ts'
import { StepCard } from './step-card.tsx'
import { steps } from './steps.ts'
import { isFor, nextOf, type Task, tasksOf } from './tasks.ts'

/** The journey as a place: what is done, what waits for whom, and the one next thing to do. */
export function HomePage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const facts = useFacts(assessment)
  const { say, date } = useLanguage()
  const lead = isReleased(assessment)
    ? say('journey.released', { date: date(assessment.releasedOn) })
    : say(`state.${assessment.state}`)
  const tasks = tasksOf(facts)
  return (
    <>
      <PageHead title={assessment.name} lead={lead} />
      {'abortedFor' in assessment && (
        <Card>
          <p>{say(`aborted.${assessment.abortedFor}`)}</p>
        </Card>
      )}
      <NextThing id={id} tasks={tasks} />
      <ol className="journey">
        {steps.map((step, index) => (
          <StepCard
            key={step}
            step={step}
            number={index + 1}
            facts={facts}
            tasks={tasks}
          />
        ))}
      </ol>
    </>
  )
}

function useFacts(assessment: Assessment): Facts {
  const { id } = assessment
  const enabled = isReleased(assessment)
  const { data: keys } = useQuery(keyHoldersQuery(id))
  const { data: ahead } = useQuery({
    ...lackingQuery(assessment),
    enabled: isChangeable(assessment),
  })
  const { data: program } = useQuery({ ...programQuery(id), enabled })
  const { data: orientation } = useQuery({ ...orientationQuery(id), enabled })
  const { data: reported } = useQuery({ ...yearsQuery(id), enabled })
  return {
    assessment,
    keys,
    lacking: ahead?.lacking,
    program,
    orientation,
    years: reported?.years,
    today: new Date().toISOString().slice(0, 10),
  }
}

function NextThing({
  id,
  tasks,
}: {
  readonly id: string
  readonly tasks: readonly Task[]
}): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const role = door.me?.role ?? ''
  const next = nextOf(tasks, role)
  if (!next) return null
  const isMine = isFor(next, role)
  return (
    <Card title={say(isMine ? 'home.next' : 'home.others')} className="next-thing">
      <p className="next-name">{say(`task.${next.id}`)}</p>
      <p>{say(`task.${next.id}.text`)}</p>
      {!isMine && (
        <p className="quiet">
          {say('home.waits', { who: say(`actor.${next.waitsFor}`) })}{' '}
          {say('home.nothing-yours')}
        </p>
      )}
      <p>
        <Link
          to={next.to}
          params={{ id }}
          className={isMine ? 'button-link' : 'button-link quiet-button'}
        >
          {say(`task.${next.id}.open`)}
        </Link>
      </p>
    </Card>
  )
}
