import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import { type Action, Actions } from '#server/follow-up/contract.ts'
import { ask, followUp, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraft } from '../use-draft.ts'
import { actionsQuery } from './wave-queries.ts'

const doneChoices = ['done', 'partly', 'not-done'] as const
const reachChoices = ['people', 'nobody', 'not-known'] as const

interface About {
  readonly id: string
  readonly component: ComponentId
  readonly said: Actions['components'][number]['said']
  /** the last entry of the log that is on the page */
  readonly seen: number
  readonly onDone: () => void
}

/** Says what was done about one component. */
export function ActionForm(about: About): ReactNode {
  const { say } = useLanguage()
  const { action, write, reason, saying } = useAction(about)
  return (
    <form
      className="wave-form"
      onSubmit={(event) => {
        event.preventDefault()
        saying.mutate()
      }}
    >
      <Radio.Group
        label={say('waves.done.question')}
        value={action.done}
        onChange={(value) =>
          write({ done: doneChoices.find((one) => one === value) ?? 'done' })
        }
      >
        {doneChoices.map((one) => (
          <Radio key={one} value={one} label={say(`waves.done.${one}`)} />
        ))}
      </Radio.Group>
      <TextInput
        type="month"
        label={say('waves.since')}
        value={action.since ?? ''}
        onChange={({ currentTarget: { value } }) => write({ since: value || null })}
      />
      <Radio.Group
        label={say('waves.reach.question')}
        description={say('waves.reach.hint')}
        value={action.reach}
        onChange={(value) =>
          write({ reach: reachChoices.find((one) => one === value) ?? 'not-known' })
        }
      >
        {reachChoices.map((one) => (
          <Radio key={one} value={one} label={say(`waves.reach.${one}`)} />
        ))}
      </Radio.Group>
      <Textarea
        label={say('waves.reason')}
        description={say('waves.reason.needed')}
        required={action.done !== 'done'}
        maxLength={600}
        autosize
        value={reason.text}
        onChange={({ currentTarget }) => reason.write(currentTarget.value)}
      />
      <RefusalNote refusal={saying.error} />
      <div className="row">
        <Button type="submit" size="sm" loading={saying.isPending}>
          {say('waves.actions.keep')}
        </Button>
        <Button variant="subtle" size="sm" onClick={about.onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}

type Chosen = Pick<Action, 'done' | 'since' | 'reach'>

function useAction({ id, component, said, seen, onDone }: About) {
  const client = useQueryClient()
  const [action, setAction] = useState<Chosen>({
    done: said?.done ?? 'done',
    since: said?.since ?? null,
    reach: said?.reach ?? 'not-known',
  })
  const [since] = useState(seen)
  const reason = useDraft(`waves.${id}.${component}.reason`)
  const saying = useMutation<Actions, Refused>({
    mutationFn: () => {
      const json = { component, ...action, reason: reason.text, seen: since }
      return ask(Actions, followUp[':id'].actions.$post({ param: { id }, json }))
    },
    onSuccess: (actions) => {
      reason.forget()
      client.setQueryData(actionsQuery(id).queryKey, actions)
      void client.invalidateQueries({ queryKey: ['next-year'] })
      onDone()
    },
    onError: () => client.invalidateQueries({ queryKey: actionsQuery(id).queryKey }),
  })
  const write = (change: Partial<Chosen>): void => setAction({ ...action, ...change })
  return { action, write, reason, saying }
}
