import { Select, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { KeyHolders } from '#server/trustees/contract.ts'
import { ask, trustees } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useKeyHolderChange } from './use-key-holder-change.ts'

/** How many key holders it takes to open: at least two. */
export function KeyRule({
  id,
  keys: { needed, holders },
}: {
  readonly id: string
  readonly keys: KeyHolders
}): ReactNode {
  const { say } = useLanguage()
  const changing = useKeyHolderChange(id, (wanted: number) =>
    ask(
      KeyHolders,
      trustees[':id'].rule.$put({ param: { id }, json: { needed: wanted } }),
    ),
  )
  const most = Math.max(needed, holders.length, 3)
  const choices = Array.from({ length: most - 1 }, (_, at) => String(at + 2))
  return (
    <Card title={say('keys.needed')}>
      <Stack>
        <Select
          label={say('keys.needed')}
          description={say('keys.needed.hint')}
          data={choices}
          value={String(needed)}
          onChange={(value) => changing.mutate(Number(value))}
          allowDeselect={false}
          disabled={changing.isPending}
          comboboxProps={{ withinPortal: false }}
        />
        <RefusalNote refusal={changing.error} />
      </Stack>
    </Card>
  )
}
