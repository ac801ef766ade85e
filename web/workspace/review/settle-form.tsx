import { Button, Radio, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import { NextYear, type Settling } from '#server/follow-up/contract.ts'
import { ask, followUp, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraft } from '../use-draft.ts'

interface About {
  readonly id: string
  readonly component: ComponentId
  /** core and duties stay */
  readonly canStop: boolean
  readonly seen: number
  readonly onDone: () => void
}

/** Decides about a component that reached nobody, with the reason that is printed. */
export function SettleForm(about: About): ReactNode {
  const { say } = useLanguage()
  const { choices, verdict, choose, reason, settling } = useSettling(about)
  return (
    <form
      className="wave-form"
      onSubmit={(event) => {
        event.preventDefault()
        settling.mutate()
      }}
    >
      <Radio.Group
        label={say('waves.settle.question')}
        value={verdict}
        onChange={(value) => choose(choices.find((one) => one === value) ?? 'keep')}
      >
        {choices.map((one) => (
          <Radio key={one} value={one} label={say(`waves.settle.${one}`)} />
        ))}
      </Radio.Group>
      <Textarea
        label={say('waves.settle.reason')}
        required
        maxLength={600}
        autosize
        value={reason.text}
        onChange={({ currentTarget }) => reason.write(currentTarget.value)}
      />
      <RefusalNote refusal={settling.error} />
      <div className="row">
        <Button type="submit" size="sm" loading={settling.isPending}>
          {say('waves.settle.button')}
        </Button>
        <Button variant="subtle" size="sm" onClick={about.onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}

function useSettling({ id, component, canStop, seen, onDone }: About) {
  const client = useQueryClient()
  const choices = (['stop', 'change', 'keep'] as const).filter(
    (one) => canStop || one !== 'stop',
  )
  const [verdict, choose] = useState<Settling['verdict']>('change')
  const [since] = useState(seen)
  const reason = useDraft(`waves.${id}.${component}.settle`)
  const settling = useMutation<NextYear, Refused>({
    mutationFn: () => {
      const json = { component, verdict, reason: reason.text, seen: since }
      return ask(NextYear, followUp[':id'].settled.$post({ param: { id }, json }))
    },
    onSuccess: async () => {
      reason.forget()
      await client.invalidateQueries({ queryKey: ['next-year', id] })
      onDone()
    },
    onError: () => client.invalidateQueries({ queryKey: ['next-year', id] }),
  })
  return { choices, verdict, choose, reason, settling }
}
