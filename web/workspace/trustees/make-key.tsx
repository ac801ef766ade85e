import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { KeyDoor } from '#server/trustees/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { KeepKey } from './keep-key.tsx'
import { makeKey, type NewKey, saveFile, shortestPassphrase } from './new-key.ts'
import { RecoverySheet } from './recovery-sheet.tsx'

/** Makes a key in this browser, has it saved and printed, and only then keeps its public half. */
export function MakeKey({
  door,
  secret,
}: {
  readonly door: KeyDoor
  readonly secret: string
}): ReactNode {
  const [made, setMade] = useState<NewKey | null>(null)
  if (!made) return <Passphrase door={door} onMade={setMade} />
  return (
    <>
      <RecoverySheet door={door} made={made} />
      <KeepKey door={door} secret={secret} made={made} />
    </>
  )
}

function Passphrase({
  door,
  onMade,
}: {
  readonly door: KeyDoor
  readonly onMade: (made: NewKey) => void
}): ReactNode {
  const { say } = useLanguage()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const making = useMutation({
    mutationFn: () => makeKey(first),
    onSuccess: (made) => {
      saveFile(fileName(door), made.file)
      onMade(made)
    },
  })
  const isDifferent = second !== '' && first !== second
  return (
    <Card title={say('key.make')}>
      <p>{say('key.make.text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (first === second) making.mutate()
        }}
      >
        <Stack>
          <PasswordInput
            label={say('key.passphrase')}
            description={say('key.passphrase.hint')}
            autoComplete="new-password"
            required
            minLength={shortestPassphrase}
            value={first}
            onChange={(event) => setFirst(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': say('accounts.password.show') }}
          />
          <PasswordInput
            label={say('key.passphrase.again')}
            autoComplete="new-password"
            required
            error={isDifferent && say('key.passphrase.differs')}
            value={second}
            onChange={(event) => setSecond(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': say('accounts.password.show') }}
          />
          <div>
            <Button type="submit" loading={making.isPending} disabled={isDifferent}>
              {say('key.make.button')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}

/** Names the survey, not the person: files are seen by others. */
function fileName({ assessment }: KeyDoor): string {
  return `groundwork-key-${assessment.id.slice(0, 8)}.json`
}
