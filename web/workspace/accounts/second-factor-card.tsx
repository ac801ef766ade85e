import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { BackupCodes, NewSecondFactor } from '#server/accounts/contract.ts'
import { accounts, ask, type Refused, settle } from '../../api.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { AppSetUp, CodesOnPaper } from './app-set-up.tsx'

/** The second factor of this account: set up, in use, or taken away. */
export function SecondFactorCard(): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  return (
    <Card title={say('factor.title')}>
      {door.me?.secondFactor ? <InUse /> : <SetUp />}
    </Card>
  )
}

function usePassword() {
  const { say } = useLanguage()
  const [password, setPassword] = useState('')
  const field = (
    <PasswordInput
      label={say('factor.password')}
      autoComplete="current-password"
      required
      value={password}
      onChange={(event) => setPassword(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': say('accounts.password.show') }}
    />
  )
  return { password, field, forget: () => setPassword('') }
}

function SetUp(): ReactNode {
  const { say } = useLanguage()
  const { password, field } = usePassword()
  const beginning = useMutation<NewSecondFactor, Refused>({
    mutationFn: () =>
      ask(NewSecondFactor, accounts.me['second-factor'].$post({ json: { password } })),
  })
  if (beginning.data) return <AppSetUp {...beginning.data} />
  const begin = (event: FormEvent) => {
    event.preventDefault()
    beginning.mutate()
  }
  return (
    <form onSubmit={begin}>
      <Stack>
        <p>{say('factor.off')}</p>
        {field}
        <RefusalNote refusal={beginning.error} />
        <div>
          <Button type="submit" loading={beginning.isPending}>
            {say('factor.begin')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function InUse(): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const { password, field, forget } = usePassword()
  const [code, setCode] = useState('')
  const making = useMutation<BackupCodes, Refused>({
    mutationFn: () =>
      ask(
        BackupCodes,
        accounts.me['second-factor'].codes.$post({ json: { password, code } }),
      ),
    onSuccess: () => {
      forget()
      setCode('')
    },
  })
  const dropping = useMutation<void, Refused>({
    mutationFn: () =>
      settle(accounts.me['second-factor'].drop.$post({ json: { password, code } })),
    onSuccess: () => client.invalidateQueries(frontDoorQuery),
  })
  return (
    <Stack>
      <p>{say('factor.on')}</p>
      {making.data && <CodesOnPaper {...making.data} />}
      {field}
      <TextInput
        label={say('factor.any-code')}
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <p className="quiet">{say('factor.new-codes.text')}</p>
      <div>
        <Button
          variant="default"
          onClick={() => making.mutate()}
          loading={making.isPending}
        >
          {say('factor.new-codes')}
        </Button>
      </div>
      <RefusalNote refusal={making.error ?? dropping.error} />
      <div>
        <FinalButton
          variant="default"
          label={say('factor.drop')}
          onConfirm={() => dropping.mutate()}
        />
      </div>
    </Stack>
  )
}
