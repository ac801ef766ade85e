import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { accounts, type Refused, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** Changes the password, with the present one. */
export function PasswordCard(): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [wanted, setWanted] = useState('')
  const changing = useMutation<void, Refused>({
    mutationFn: () => settle(accounts.me.password.$post({ json: { current, wanted } })),
    onSuccess: async () => {
      setCurrent('')
      setWanted('')
      await client.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  const eye = { 'aria-label': say('accounts.password.show') }
  return (
    <Card title={say('password.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          changing.mutate()
        }}
      >
        <Stack>
          <PasswordInput
            label={say('password.current')}
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={eye}
          />
          <PasswordInput
            label={say('password.wanted')}
            description={say('password.wanted.hint')}
            autoComplete="new-password"
            required
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            visibilityToggleButtonProps={eye}
          />
          <p className="quiet">{say('password.change.text')}</p>
          <RefusalNote refusal={changing.error} />
          {changing.isSuccess && <p role="status">{say('password.changed')}</p>}
          <div>
            <Button type="submit" variant="default" loading={changing.isPending}>
              {say('password.change')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}
