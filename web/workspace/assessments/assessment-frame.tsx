import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { GiveUp } from './give-up.tsx'
import { stateOf, steps } from './steps.ts'

/** The journey as a spine beside every page of an assessment. */
export function AssessmentFrame(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useQuery(assessmentQuery(id))
  const { say, date } = useLanguage()
  if (!assessment) return null
  return (
    <div className="with-spine">
      <nav className="spine" aria-label={say('journey.title')}>
        <Link to={paths.assessments} className="quiet">
          {assessment.organization}
        </Link>
        <strong>{assessment.name}</strong>
        <ol>
          {steps.map((step) => {
            const state = stateOf(step, assessment)
            return (
              <li key={step} className={state}>
                <Link
                  to={paths[step]}
                  params={{ id }}
                  activeProps={{ className: 'here', 'aria-current': 'page' }}
                >
                  {say(`step.${step}`)}
                  {state === 'done' && (
                    <span className="done-mark">{say('step.done')}</span>
                  )}
                </Link>
              </li>
            )
          })}
        </ol>
        <p className="quiet">
          {isReleased(assessment)
            ? say('journey.released', { date: date(assessment.releasedOn) })
            : say(`state.${assessment.state}`)}
        </p>
        <GiveUp assessment={assessment} />
      </nav>
      <div className="page">
        {assessment.example && <p className="example-band">{say('example.band')}</p>}
        <Outlet />
      </div>
    </div>
  )
}
