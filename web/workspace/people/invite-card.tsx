import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Invitation, Role, type Side } from '#server/accounts/contract.ts'
import { accounts, ask, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { LinkToGive } from './link-to-give.tsx'

/** Calls a colleague in by a link that works once, for one address. */
export function InviteCard({ mine }: { readonly mine: Side }): ReactNode {
  const { say, date } = useLanguage()
  const roles = mine === 'organiser' ? Role.options : (['employee-side'] as const)
  const [role, setRole] = useState<Role>('employee-side')
  const [email, setEmail] = useState('')
  const inviting = useMutation<Invitation, Refused>({
    mutationFn: () =>
      ask(Invitation, accounts.invitations.$post({ json: { role, email } })),
  })
  return (
    <Card title={say('people.invite')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          inviting.mutate()
        }}
      >
        <Stack>
          <Select
            label={say('people.role')}
            data={roles.map((value) => ({ value, label: say(`role.${value}`) }))}
            value={role}
            onChange={(value) => setRole(roles.find((each) => each === value) ?? role)}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          <p className="quiet">{say(`role.${role}.does`)}</p>
          <TextInput
            label={say('people.email')}
            description={say('people.email.hint')}
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" loading={inviting.isPending}>
              {say('people.invite.button')}
            </Button>
          </div>
          <RefusalNote refusal={inviting.error} />
          {inviting.data && (
            <LinkToGive
              label={say('people.link')}
              hint={say('people.link.until', { date: date(inviting.data.expiresAt) })}
              link={inviting.data.link}
            />
          )}
        </Stack>
      </form>
    </Card>
  )
}
