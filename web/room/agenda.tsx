import { type ReactNode, useEffect, useState } from 'react'
import { timedRoute } from '#surveys/focus-group-guide.ts'
import { type RouteQuestion, routeQuestions } from '#surveys/focus-groups/segment.ts'
import type { Notebook } from './notebook.ts'
import { useVoice } from './words.tsx'

const minuteMs = 60_000

/** The way and its minutes. The clock counts them and says nothing about them. */
export function Agenda({
  notebook: { kit, question, begunAt },
  onGo,
}: {
  readonly notebook: Notebook
  readonly onGo: (question: RouteQuestion) => void
}): ReactNode {
  const { say, sayOfGroup } = useVoice()
  const { minutes } = kit.session
  const minute = useMinutesSince(begunAt ?? 0)
  const route = timedRoute(minutes)
  const endOf = (number: number): number =>
    route.slice(0, number).reduce((sum, part) => sum + part.minutes, 0)
  return (
    <nav className="card agenda" aria-label={say('agenda.title')}>
      <h2>{say('agenda.title')}</h2>
      <p className="quiet">{say('agenda.clock', { minute, minutes })}</p>
      <ol>
        {routeQuestions.map((number) => (
          <li key={number}>
            <button
              type="button"
              className="plain"
              aria-current={number === question ? 'step' : undefined}
              onClick={() => onGo(number)}
            >
              <span>
                {number}.{' '}
                {sayOfGroup(`route.${route[number - 1]?.id ?? 'opening'}.title`)}
              </span>
              <span className="quiet">
                {say('agenda.until', { minute: endOf(number) })}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function useMinutesSince(begunAt: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs / 4)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - begunAt) / minuteMs))
}
