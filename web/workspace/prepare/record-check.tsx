import {
  Button,
  Checkbox,
  NativeSelect,
  NumberInput,
  Stack,
  TextInput,
} from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Examinations } from '#server/examinations/contract.ts'
import { languageNames, locales } from '#surveys/locale.ts'
import { ask, examinations, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { examinationsQuery } from './queries.ts'

const kinds = ['pilot', 'translation'] as const
const nothingYet = {
  locale: 'en' as (typeof locales)[number],
  kind: 'pilot' as (typeof kinds)[number],
  by: '',
  on: '',
  people: 0,
  held: false,
  note: '',
}

/** A pilot, or a native professional's reading, put on record by name and day. */
export function RecordCheck(): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const [check, setCheck] = useState(nothingYet)
  const change = (part: Partial<typeof nothingYet>) => setCheck({ ...check, ...part })
  const recording = useMutation<Examinations, Refused>({
    mutationFn: () => {
      const { locale, kind, by, on, note, people, held } = check
      const told = { locale, by, on, note }
      const json = kind === 'pilot' ? { kind, ...told, people, held } : { kind, ...told }
      return ask(Examinations, examinations.index.$put({ json }))
    },
    onSuccess: (all) => {
      client.setQueryData(examinationsQuery.queryKey, all)
      setCheck(nothingYet)
    },
  })
  return (
    <Card title={say('checks.record')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          recording.mutate()
        }}
      >
        <Stack>
          <WhatAndWho check={check} change={change} />
          {check.kind === 'pilot' && <Pilot check={check} change={change} />}
          <TextInput
            label={say('checks.note')}
            maxLength={500}
            value={check.note}
            onChange={({ currentTarget: { value } }) => change({ note: value })}
          />
          <RefusalNote refusal={recording.error} />
          <div>
            <Button type="submit" loading={recording.isPending}>
              {say('checks.keep')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}

interface Editing {
  readonly check: typeof nothingYet
  readonly change: (part: Partial<typeof nothingYet>) => void
}

function WhatAndWho({ check, change }: Editing): ReactNode {
  const { say } = useLanguage()
  return (
    <>
      <NativeSelect
        label={say('checks.kind')}
        value={check.kind}
        data={kinds.map((value) => ({ value, label: say(`checks.kind.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          change({ kind: value === 'pilot' ? 'pilot' : 'translation' })
        }
      />
      <NativeSelect
        label={say('checks.language')}
        value={check.locale}
        data={locales.map((value) => ({ value, label: languageNames[value] }))}
        onChange={({ currentTarget: { value } }) =>
          change({ locale: locales.find((one) => one === value) ?? 'en' })
        }
      />
      <TextInput
        label={say('checks.by')}
        required
        maxLength={120}
        value={check.by}
        onChange={({ currentTarget: { value } }) => change({ by: value })}
      />
      <TextInput
        type="date"
        label={say('checks.on')}
        required
        value={check.on}
        onChange={({ currentTarget: { value } }) => change({ on: value })}
      />
    </>
  )
}

function Pilot({ check, change }: Editing): ReactNode {
  const { say } = useLanguage()
  return (
    <>
      <NumberInput
        label={say('checks.people')}
        description={say('checks.people.hint')}
        required
        min={1}
        allowDecimal={false}
        hideControls
        value={check.people || ''}
        onChange={(value) => change({ people: Number(value) })}
      />
      <Checkbox
        label={say('checks.held')}
        checked={check.held}
        onChange={({ currentTarget: { checked } }) => change({ held: checked })}
      />
    </>
  )
}
