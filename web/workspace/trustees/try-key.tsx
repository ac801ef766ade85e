import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { KeyDoor } from '#server/trustees/contract.ts'
import { readyToOpen, type SealingKey } from '#surveys/ballot/sealing-key.ts'
import { ask, keyDoor, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { KeyEntry } from './key-entry.tsx'
import { keyDoorQuery } from './queries.ts'
import { answerQuestion } from './show-key.ts'

/** Before the survey opens, every key holder shows that their key still does. */
export function TryKey({
  door,
  secret,
}: {
  readonly door: KeyDoor
  readonly secret: string
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const trying = useMutation<KeyDoor, Refused, SealingKey>({
    mutationFn: async (key) => {
      const answer = await answerQuestion(await readyToOpen(key), secret)
      return ask(KeyDoor, keyDoor.answer.$post({ json: { secret, answer } }))
    },
    onSuccess: (tried) => client.setQueryData(keyDoorQuery(secret).queryKey, tried),
  })
  return (
    <Card title={say('key.try')}>
      <p>{say('key.try.text')}</p>
      <KeyEntry
        expected={door.holder.keyNumber ?? ''}
        button={say('key.try.button')}
        disabled={trying.isPending}
        onKey={(key) => trying.mutate(key)}
      />
      <RefusalNote refusal={trying.error} />
    </Card>
  )
}
