import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { InvitedUnit } from '#server/invitations/contract.ts'
import { invitations, type Refused, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { usePrinting } from './use-printing.ts'

/** A new invitation for one person who asks for it; the earlier one stops working. */
export function LostInvitation({
  id,
  units,
  isOpen,
}: {
  readonly id: string
  readonly units: readonly InvitedUnit[]
  readonly isOpen: boolean
}): ReactNode {
  const { say } = useLanguage()
  const withMail = units.some(({ way, withAddress }) => way === 'mail' && withAddress > 0)
  const withNames = units.filter(({ way, envelopes }) => way !== 'lot' && envelopes > 0)
  if (!withMail && withNames.length === 0) return null
  return (
    <Card title={say('invitations.lost')}>
      <p>{say('invitations.lost.text')}</p>
      {withMail && isOpen && <MailAgain id={id} />}
      {withNames.length > 0 && (
        <PrintAgain id={id} units={withNames.map(({ unit }) => unit)} />
      )}
    </Card>
  )
}

function MailAgain({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const [email, setEmail] = useState('')
  const sending = useMutation<void, Refused>({
    mutationFn: () =>
      settle(invitations[':id'].again.$post({ param: { id }, json: { email } })),
    onSuccess: () => setEmail(''),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate()
      }}
    >
      <Stack>
        <TextInput
          label={say('invitations.lost.email')}
          type="email"
          required
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" loading={sending.isPending}>
            {say('invitations.lost.send')}
          </Button>
        </div>
        <p role="status">{sending.isSuccess && say('invitations.lost.sent')}</p>
        <RefusalNote refusal={sending.error} />
      </Stack>
    </form>
  )
}

function PrintAgain({
  id,
  units,
}: {
  readonly id: string
  readonly units: readonly string[]
}): ReactNode {
  const { say } = useLanguage()
  const [person, setPerson] = useState('')
  const printing = usePrinting(id)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        printing.mutate({ units, again: true, person })
      }}
    >
      <Stack>
        <TextInput
          label={say('invitations.lost.name')}
          required
          autoComplete="off"
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" loading={printing.isPending}>
            {say('invitations.lost.print')}
          </Button>
        </div>
        <p role="status">{printing.isSuccess && say('invitations.print.done')}</p>
        <RefusalNote refusal={printing.error} />
      </Stack>
    </form>
  )
}
