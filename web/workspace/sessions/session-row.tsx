import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Schedule } from '#server/briefings/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { ask, briefings } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { ChangeSession } from './change-session.tsx'
import { type Session, useScheduleChange } from './queries.ts'
import { useSessionName } from './session-name.ts'
import { TotalsForm } from './totals-form.tsx'

/** One session: when and where, how full, and what can be done with it. */
export function SessionRow({
  id,
  session,
  schedule,
  canPlan,
}: {
  readonly id: string
  readonly session: Session
  readonly schedule: Schedule
  readonly canPlan: boolean
}): ReactNode {
  const { say, locale } = useLanguage()
  const name = useSessionName()(session)
  const [opened, setOpened] = useState<'change' | 'totals' | null>(null)
  const close = () => setOpened(null)
  const isComing = !session.begun && !session.cancelled
  const isToCount = session.begun && !session.cancelled && session.kind !== 'individual'
  return (
    <section aria-label={name} className="session-row">
      <h3>{name}</h3>
      <p className="quiet">
        <SessionFacts session={session} />
      </p>
      <p>
        <SessionState session={session} />
      </p>
      <Group>
        {!session.cancelled && (
          <a
            href={`/api/office/briefings/${id}/sessions/${session.id}/calendar/${locale}`}
            aria-label={say('session.calendar.name', { session: name })}
            download
          >
            {say('session.calendar')}
          </a>
        )}
        {canPlan && isComing && opened === null && (
          <Moves {...{ id, session, name }} onChange={() => setOpened('change')} />
        )}
        {isToCount && opened === null && (
          <Button
            variant="default"
            onClick={() => setOpened('totals')}
            aria-label={say('totals.open.name', { session: name })}
          >
            {say('totals.open')}
          </Button>
        )}
      </Group>
      {opened === 'change' && (
        <ChangeSession
          {...{ id, session }}
          languages={schedule.languages}
          onLeave={close}
        />
      )}
      {opened === 'totals' && <TotalsForm {...{ id, session }} onLeave={close} />}
    </section>
  )
}

function SessionFacts({ session }: { readonly session: Session }): ReactNode {
  const { say, number } = useLanguage()
  const { minutes, shift, language, place, leader, zone } = session
  return [
    say('session.minutes.value', { minutes: number(minutes) }),
    say(`session.shift.${shift}`),
    languageNames[language],
    place,
    leader,
    zone,
  ].join(' · ')
}

function SessionState({ session }: { readonly session: Session }): ReactNode {
  const { say, number } = useLanguage()
  const { cancelled, begun, counted, taken, kind } = session
  if (cancelled) return say('session.cancelled')
  if (begun) {
    if (kind === 'individual') return null
    return say(counted ? 'session.counted' : 'session.uncounted')
  }
  if (!taken) return say('session.taken.open')
  if (kind === 'individual') {
    return say(taken.from === 0 ? 'session.taken.none' : 'session.taken.one')
  }
  return say('session.taken', { from: number(taken.from), to: number(taken.to) })
}

function Moves({
  id,
  session: { id: briefing },
  name,
  onChange,
}: {
  readonly id: string
  readonly session: Session
  readonly name: string
  readonly onChange: () => void
}): ReactNode {
  const { say } = useLanguage()
  const at = briefings[':id'].sessions[':briefing']
  const param = { id, briefing }
  const cancelling = useScheduleChange(id, () => ask(Schedule, at.$delete({ param })))
  const releasing = useScheduleChange(id, () =>
    ask(Schedule, at.seats.$delete({ param })),
  )
  return (
    <>
      <Button
        variant="default"
        onClick={onChange}
        aria-label={say('session.change.name', { session: name })}
      >
        {say('session.change')}
      </Button>
      <FinalButton
        variant="subtle"
        loading={cancelling.isPending}
        label={say('session.cancel')}
        name={say('session.cancel.name', { session: name })}
        onConfirm={() => cancelling.mutate(undefined)}
      />
      <FinalButton
        variant="subtle"
        loading={releasing.isPending}
        label={say('session.release')}
        name={say('session.release.name', { session: name })}
        onConfirm={() => releasing.mutate(undefined)}
      />
      <RefusalNote refusal={cancelling.error ?? releasing.error} />
    </>
  )
}
