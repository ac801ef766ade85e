import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import type { Facts } from './facts.ts'
import { pagesOf } from './pages.ts'
import { type Step, stateOf } from './steps.ts'
import { summaries } from './summaries.ts'
import type { Task } from './tasks.ts'

/** One step of the journey: how it stands, in a sentence, and what there is to do in it. */
export function StepCard({
  step,
  number,
  facts,
  tasks,
}: {
  readonly step: Step
  readonly number: number
  readonly facts: Facts
  readonly tasks: readonly Task[]
}): ReactNode {
  const language = useLanguage()
  const { say } = language
  const { assessment } = facts
  const own = tasks.filter((task) => task.step === step)
  const state = standing(own, stateOf(step, assessment))
  const summary = summaries[step](facts, language)
  const [first] = pagesOf(step, assessment)
  return (
    <li className={`card step ${state}`}>
      <span className="step-number" aria-hidden="true">
        {number}
      </span>
      <div className="step-body">
        <div className="line">
          <h2>
            {first && state !== 'later' ? (
              <Link to={first.to} params={{ id: assessment.id }}>
                {say(`step.${step}`)}
              </Link>
            ) : (
              say(`step.${step}`)
            )}
          </h2>
          <span className="badge">{say(`home.state.${state}`)}</span>
        </div>
        <p className={summary ? undefined : 'quiet'}>
          {summary ?? say(`step.${step}.is`)}
        </p>
        {state === 'now' && <TaskList tasks={own} />}
      </div>
    </li>
  )
}

/** A step is done when everything in it is. */
function standing(
  own: readonly Task[],
  state: 'done' | 'now' | 'later',
): 'done' | 'now' | 'later' {
  if (own.length > 0 && own.every((task) => task.state === 'done')) return 'done'
  return own.some((task) => task.state === 'now') ? 'now' : state
}

function TaskList({ tasks }: { readonly tasks: readonly Task[] }): ReactNode {
  const { say } = useLanguage()
  return (
    <ul className="tasks">
      {tasks.map(({ id, state, waitsFor }) => (
        <li key={id} className={state}>
          <span aria-hidden="true" className="task-mark">
            {state === 'done' ? '✓' : ''}
          </span>
          <span>{say(`task.${id}`)}</span>
          <span className="quiet">
            {state === 'done'
              ? say('home.state.done')
              : state === 'now'
                ? say('home.waits', { who: say(`actor.${waitsFor}`) })
                : say('home.state.later')}
          </span>
        </li>
      ))}
    </ul>
  )
}
