import { Button, Select, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { KeyHolders, type Side } from '#server/trustees/contract.ts'
import { ask, trustees } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useKeyHolderChange } from './use-key-holder-change.ts'

const sides = [
  'employee-side',
  'provider',
  'organiser',
] as const satisfies readonly Side[]

/** Names one more key holder. */
export function NameKeyHolder({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const [name, setName] = useState('')
  const [side, setSide] = useState<Side>('employee-side')
  const naming = useKeyHolderChange(id, () =>
    ask(KeyHolders, trustees[':id'].$post({ param: { id }, json: { name, side } })),
  )
  return (
    <Card title={say('keys.add.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          naming.mutate(undefined, { onSuccess: () => setName('') })
        }}
      >
        <Stack>
          <TextInput
            label={say('keys.name')}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={say('keys.side')}
            data={sides.map((value) => ({ value, label: say(`side.${value}`) }))}
            value={side}
            onChange={(value) => setSide(sides.find((each) => each === value) ?? side)}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          <p className="quiet">{say('keys.changes')}</p>
          <RefusalNote refusal={naming.error} />
          <div>
            <Button type="submit" loading={naming.isPending}>
              {say('keys.add')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}
