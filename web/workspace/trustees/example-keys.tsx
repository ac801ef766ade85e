import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { KeyHolders } from '#server/trustees/contract.ts'
import { ask, example } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useKeyHolderChange } from './use-key-holder-change.ts'

/** In an example, invented people can make the keys that are missing, and try them. */
export function ExampleKeys({
  assessment: { id, state },
  keys: { holders, fault },
}: {
  readonly assessment: Assessment
  readonly keys: KeyHolders
}): ReactNode {
  const { say } = useLanguage()
  const holding = useKeyHolderChange(id, () =>
    ask(KeyHolders, example[':id'].keys.$post({ param: { id } })),
  )
  const isDraft = state === 'draft' || state === 'reviewed'
  const isMissing = holders.length === 0 || fault === 'keys-missing'
  const canTry = state === 'frozen' && fault === 'keys-not-tried'
  if (!(isDraft && isMissing) && !canTry) return null
  return (
    <Card title={say('keys.example')}>
      <p>{say('keys.example.text')}</p>
      <div>
        <Button
          variant="default"
          onClick={() => holding.mutate(undefined)}
          loading={holding.isPending}
        >
          {say(canTry ? 'keys.example.try' : 'keys.example.make')}
        </Button>
      </div>
      <RefusalNote refusal={holding.error} />
    </Card>
  )
}
