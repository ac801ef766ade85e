import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Schedule } from '#server/briefings/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { NewSession } from './new-session.tsx'
import type { Session } from './queries.ts'
import { SessionRow } from './session-row.tsx'

/** Every session, those to come first, and the way to plan another. */
export function SessionsCard({
  id,
  schedule,
  canPlan,
}: {
  readonly id: string
  readonly schedule: Schedule
  readonly canPlan: boolean
}): ReactNode {
  const { say } = useLanguage()
  const [isPlanning, setPlanning] = useState(false)
  const [isKept, setKept] = useState(false)
  const isComing = ({ begun }: Session) => !begun
  const coming = schedule.briefings.filter(isComing)
  const past = schedule.briefings.filter((session) => !isComing(session))
  return (
    <>
      <Card title={say('sessions.coming')}>
        {coming.length === 0 && <p>{say('sessions.none')}</p>}
        <Sessions {...{ id, schedule, canPlan }} sessions={coming} />
        <p role="status">{isKept && say('sessions.kept')}</p>
        {canPlan && coming.length > 0 && (
          <p className="quiet">{say('session.release.text')}</p>
        )}
        {canPlan && isPlanning && (
          <NewSession
            id={id}
            schedule={schedule}
            onKept={() => {
              setPlanning(false)
              setKept(true)
            }}
          />
        )}
        {canPlan && !isPlanning && (
          <Button
            onClick={() => {
              setPlanning(true)
              setKept(false)
            }}
          >
            {say('sessions.plan')}
          </Button>
        )}
      </Card>
      {past.length > 0 && (
        <Card title={say('sessions.past')}>
          <Sessions {...{ id, schedule, canPlan }} sessions={past} />
        </Card>
      )}
    </>
  )
}

function Sessions({
  sessions,
  ...rest
}: {
  readonly id: string
  readonly schedule: Schedule
  readonly canPlan: boolean
  readonly sessions: readonly Session[]
}): ReactNode {
  return (
    <ul className="plain-list">
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionRow session={session} {...rest} />
        </li>
      ))}
    </ul>
  )
}
