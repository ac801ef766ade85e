import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Assessment, isReleased } from '#server/assessments/contract.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { GiveUp } from './give-up.tsx'
import { pagesOf } from './pages.ts'
import { type Step, stateOf, steps } from './steps.ts'

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
        <Folded>
          <ol>
            <li>
              <Link
                to={paths.home}
                params={{ id }}
                {...here}
                activeOptions={{ exact: true }}
              >
                {say('home.link')}
              </Link>
            </li>
            {steps.map((step) => (
              <StepLinks key={step} step={step} assessment={assessment} />
            ))}
          </ol>
          <p className="quiet">
            {isReleased(assessment)
              ? say('journey.released', { date: date(assessment.releasedOn) })
              : say(`state.${assessment.state}`)}
          </p>
          <GiveUp assessment={assessment} />
        </Folded>
      </nav>
      <div className="page">
        {assessment.example && <p className="example-band">{say('example.band')}</p>}
        <Outlet />
      </div>
    </div>
  )
}

/** On a narrow screen the steps are folded away: what the page is about comes first. */
function Folded({ children }: { readonly children: ReactNode }): ReactNode {
  const { say } = useLanguage()
  const { pathname } = useLocation()
  const isWide = useMediaQuery('(min-width: 901px)', true, {
    getInitialValueInEffect: false,
  })
  if (isWide) return children
  return (
    <details key={pathname}>
      <summary>{say('journey.title')}</summary>
      {children}
    </details>
  )
}

const here = {
  activeProps: { className: 'here', 'aria-current': 'page' },
} as const

/** A step, and where one is in it, its pages. */
function StepLinks({
  step,
  assessment,
}: {
  readonly step: Step
  readonly assessment: Assessment
}): ReactNode {
  const { id } = assessment
  const { say } = useLanguage()
  const { pathname } = useLocation()
  const state = stateOf(step, assessment)
  const [first, ...others] = pagesOf(step, assessment)
  if (!first) return null
  const isIn = [first, ...others].some(({ to }) => to.replace('$id', id) === pathname)
  return (
    <li className={state}>
      <Link to={first.to} params={{ id }} {...here} activeOptions={{ exact: true }}>
        {say(`step.${step}`)}
        {state === 'done' && <span className="done-mark">{say('step.done')}</span>}
      </Link>
      {isIn && others.length > 0 && (
        <ul>
          {others.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} params={{ id }} {...here} activeOptions={{ exact: true }}>
                {say(label)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
