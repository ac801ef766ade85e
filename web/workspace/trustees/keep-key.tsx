import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { KeyDoor } from '#server/trustees/contract.ts'
import { ask, keyDoor, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { KeyEntry } from './key-entry.tsx'
import type { NewKey } from './new-key.ts'
import { keyDoorQuery } from './queries.ts'
import { useKeyNumber } from './use-key-number.ts'

/** The saved file is opened once before its public half is kept: afterwards it cannot change. */
export function KeepKey({
  door,
  secret,
  made,
}: {
  readonly door: KeyDoor
  readonly secret: string
  readonly made: NewKey
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const number = useKeyNumber(made.publicKey)
  const { publicKey } = made
  const keeping = useMutation<KeyDoor, Refused>({
    mutationFn: () => ask(KeyDoor, keyDoor.key.$post({ json: { secret, publicKey } })),
    onSuccess: (kept) => client.setQueryData(keyDoorQuery(secret).queryKey, kept),
  })
  if (door.holder.keyNumber !== null) {
    return (
      <Card title={say('key.made')}>
        <p role="status">{say('key.made.text', { number: door.holder.keyNumber })}</p>
      </Card>
    )
  }
  return (
    <Card title={say('key.check')}>
      <p>{say('key.check.text')}</p>
      <KeyEntry
        expected={number}
        button={say('key.check.button')}
        withSheet={false}
        disabled={keeping.isPending}
        onKey={() => keeping.mutate()}
      />
      <RefusalNote refusal={keeping.error} />
    </Card>
  )
}
