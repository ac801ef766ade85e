import { List } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Invitations } from '#server/invitations/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WorkProgress } from '../../ui/work-progress.tsx'
import { MailActions } from './mail-actions.tsx'
import { undeliveredQuery } from './queries.ts'

/** The mail: what was sent last, and what can be sent now. */
export function MailCard({
  id,
  invitations,
  canSend,
  isOpen,
}: {
  readonly id: string
  readonly invitations: Invitations
  readonly canSend: boolean
  readonly isOpen: boolean
}): ReactNode {
  const { say } = useLanguage()
  const { units, post, round } = invitations
  const hasMail = units.some(({ way, withAddress }) => way === 'mail' && withAddress > 0)
  return (
    <Card title={say('invitations.mail')}>
      {!hasMail && <p>{say('invitations.mail.none')}</p>}
      {hasMail && !isOpen && <p>{say('invitations.mail.frozen')}</p>}
      {hasMail && post === 'outbox' && <p>{say('invitations.mail.outbox')}</p>}
      <LastRound round={round} />
      {canSend && isOpen && hasMail && <MailActions id={id} invitations={invitations} />}
      {canSend && isOpen && round && round.state !== 'sending' && (
        <NotTaken id={id} state={`${round.kind} ${round.on} ${round.state}`} />
      )}
    </Card>
  )
}

function LastRound({ round }: Pick<Invitations, 'round'>): ReactNode {
  const { say, date } = useLanguage()
  if (!round) return null
  const on = { date: date(round.on) }
  switch (round.state) {
    case 'sending':
      return <WorkProgress done={round.done} label={say('invitations.mail.sending')} />
    case 'unfinished':
      return <p role="alert">{say('invitations.mail.unfinished', on)}</p>
    case 'finished':
      return <p role="status">{say(`invitations.mail.sent.${round.kind}`, on)}</p>
  }
}

/** Addresses to correct; asked for once a batch has ended. */
function NotTaken({
  id,
  state,
}: {
  readonly id: string
  readonly state: string
}): ReactNode {
  const { say } = useLanguage()
  const { data } = useQuery(undeliveredQuery(id, state))
  if (!data || data.addresses.length === 0) return null
  return (
    <section aria-label={say('invitations.mail.undelivered')}>
      <h3>{say('invitations.mail.undelivered')}</h3>
      <p>{say('invitations.mail.undelivered.text')}</p>
      <List>
        {data.addresses.map((address) => (
          <List.Item key={address}>{address}</List.Item>
        ))}
      </List>
    </section>
  )
}
