import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { KeyDoor } from '#server/trustees/contract.ts'
import { readyToOpen, type SealingKey } from '#surveys/ballot/sealing-key.ts'
import type { Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { WorkProgress } from '../../ui/work-progress.tsx'
import { KeyEntry } from './key-entry.tsx'
import { openParts } from './open-parts.ts'

/** A key holder opens their part of the box, in this browser. */
export function OpenShares({
  door,
  secret,
}: {
  readonly door: KeyDoor
  readonly secret: string
}): ReactNode {
  const { say } = useLanguage()
  const [done, setDone] = useState(0)
  const opening = useMutation<void, Refused, SealingKey>({
    mutationFn: async (key) => openParts(await readyToOpen(key), secret, setDone),
  })
  if (opening.isSuccess) {
    return (
      <Card title={say('key.open')}>
        <p className="good" role="status">
          {say('key.opened')}
        </p>
      </Card>
    )
  }
  return (
    <Card title={say('key.open')}>
      <p>{say('key.open.text')}</p>
      {opening.isPending ? (
        <WorkProgress done={done} label={say('key.opening')} />
      ) : (
        <KeyEntry
          expected={door.holder.keyNumber ?? ''}
          button={say('key.open.button')}
          onKey={(key) => opening.mutate(key)}
        />
      )}
      <RefusalNote refusal={opening.error} />
    </Card>
  )
}
