import { Button, NumberInput, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Schedule } from '#server/briefings/contract.ts'
import { ask, briefings } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraftOf } from '../use-draft.ts'
import { useScheduleChange } from './queries.ts'
import { firstPlan, type SessionDraft } from './session-draft.ts'
import { SessionFields } from './session-fields.tsx'

/** Plans one session, or several talks one after another. */
export function NewSession({
  id,
  schedule,
  onKept,
}: {
  readonly id: string
  readonly schedule: Schedule
  readonly onKept: () => void
}): ReactNode {
  const { say } = useLanguage()
  const [draft, setDraft] = useDraftOf<SessionDraft>(`session.${id}`, {})
  const [times, setTimes] = useState(1)
  const plan = { ...firstPlan(schedule), ...draft }
  const isTalk = plan.kind === 'individual'
  const saving = useScheduleChange(id, () =>
    ask(
      Schedule,
      briefings[':id'].sessions.$post({
        param: { id },
        json: { ...plan, seats: isTalk ? 1 : plan.seats, times: isTalk ? times : 1 },
      }),
    ),
  )
  const keep = () =>
    saving.mutate(undefined, {
      onSuccess: () => {
        setDraft({})
        onKept()
      },
    })
  return (
    <form
      aria-label={say('sessions.plan')}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Stack>
        <SessionFields
          plan={plan}
          change={(part) => setDraft({ ...draft, ...part })}
          languages={schedule.languages}
          isNew
        />
        {isTalk && (
          <NumberInput
            label={say('session.times')}
            min={1}
            max={12}
            allowDecimal={false}
            value={times}
            onChange={(value) => setTimes(Number(value))}
          />
        )}
        <RefusalNote refusal={saving.error} />
        <div>
          <Button type="submit" loading={saving.isPending}>
            {say('session.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
