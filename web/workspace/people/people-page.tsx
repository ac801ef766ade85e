import { Button, CopyButton, Select, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Invitation, Role } from '#server/accounts/contract.ts'
import { accounts, ask, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** Invites colleagues by a link that works once. */
export function PeoplePage(): ReactNode {
  const { say } = useLanguage()
  const [role, setRole] = useState<Role>('employee-side')
  const inviting = useMutation<Invitation, Refused>({
    mutationFn: () => ask(Invitation, accounts.invitations.$post({ json: { role } })),
  })
  return (
    <div className="page narrow">
      <PageHead title={say('people.title')} lead={say('people.lead')} />
      <Card title={say('people.invite')}>
        <Stack>
          <Select
            label={say('people.role')}
            data={Role.options.map((value) => ({ value, label: say(`role.${value}`) }))}
            value={role}
            onChange={(value) =>
              setRole(Role.options.find((each) => each === value) ?? role)
            }
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          <p className="quiet">{say(`role.${role}.does`)}</p>
          <div>
            <Button onClick={() => inviting.mutate()} loading={inviting.isPending}>
              {say('people.invite.button')}
            </Button>
          </div>
          <RefusalNote refusal={inviting.error} />
          {inviting.data && <InvitationLink {...inviting.data} />}
        </Stack>
      </Card>
    </div>
  )
}

function InvitationLink({
  link,
  expiresAt,
}: {
  readonly link: string
  readonly expiresAt: string
}): ReactNode {
  const { say, date } = useLanguage()
  return (
    <>
      <TextInput
        label={say('people.link')}
        description={say('people.link.until', { date: date(expiresAt) })}
        value={link}
        readOnly
      />
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {say(copied ? 'people.link.copied' : 'people.link.copy')}
          </Button>
        )}
      </CopyButton>
    </>
  )
}
