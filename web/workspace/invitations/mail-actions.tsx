import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { Invitations, type RoundKind } from '#server/invitations/contract.ts'
import { invitations as api, ask } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useInvitationChange } from './queries.ts'

/** Sends invitations and reminders, or goes on with what could not be sent. */
export function MailActions({
  id,
  invitations,
}: {
  readonly id: string
  readonly invitations: Invitations
}): ReactNode {
  const param = { id }
  const sending = useInvitationChange(id, (kind: RoundKind) =>
    ask(Invitations, api[':id'].round.$post({ param, json: { kind } })),
  )
  const ending = useInvitationChange(id, (how: 'resume' | 'stop') =>
    ask(Invitations, api[':id'].round[how].$post({ param })),
  )
  const state = invitations.round?.state
  if (state === 'sending') return null
  return (
    <>
      {state === 'unfinished' ? (
        <Unfinished onEnd={ending.mutate} isPending={ending.isPending} />
      ) : (
        <ToSend
          invitations={invitations}
          onSend={sending.mutate}
          isPending={sending.isPending}
        />
      )}
      <RefusalNote refusal={sending.error ?? ending.error} />
    </>
  )
}

function ToSend({
  invitations: { units, remindFrom, mayRemind },
  onSend,
  isPending,
}: {
  readonly invitations: Invitations
  readonly onSend: (kind: RoundKind) => void
  readonly isPending: boolean
}): ReactNode {
  const { say, count, date } = useLanguage()
  const toInvite = units.reduce((sum, unit) => sum + unit.toInvite, 0)
  return (
    <>
      {toInvite > 0 && (
        <>
          <p>{say('invitations.mail.invite.text')}</p>
          <FinalButton
            label={count('invitations.mail.invite', toInvite)}
            loading={isPending}
            onConfirm={() => onSend('invitation')}
          />
        </>
      )}
      {remindFrom !== null && (
        <>
          <p>{say('invitations.mail.remind.text')}</p>
          {!mayRemind && (
            <p>{say('invitations.mail.remind-from', { date: date(remindFrom) })}</p>
          )}
          <FinalButton
            label={say('invitations.mail.remind')}
            variant="default"
            loading={isPending}
            disabled={!mayRemind}
            onConfirm={() => onSend('reminder')}
          />
        </>
      )}
    </>
  )
}

function Unfinished({
  onEnd,
  isPending,
}: {
  readonly onEnd: (how: 'resume' | 'stop') => void
  readonly isPending: boolean
}): ReactNode {
  const { say } = useLanguage()
  return (
    <Group>
      <Button onClick={() => onEnd('resume')} loading={isPending}>
        {say('invitations.mail.resume')}
      </Button>
      <Button variant="default" onClick={() => onEnd('stop')} loading={isPending}>
        {say('invitations.mail.stop')}
      </Button>
    </Group>
  )
}
