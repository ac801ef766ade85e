import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { Schedule } from '#server/briefings/contract.ts'
import { ask, briefings } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraftOf } from '../use-draft.ts'
import { type Session, useScheduleChange } from './queries.ts'
import { planOf, type SessionDraft } from './session-draft.ts'
import { SessionFields } from './session-fields.tsx'

/** Changes a session that people may have booked. */
export function ChangeSession({
  id,
  session,
  languages,
  onLeave,
}: {
  readonly id: string
  readonly session: Session
  readonly languages: Schedule['languages']
  readonly onLeave: () => void
}): ReactNode {
  const { say } = useLanguage()
  const [draft, setDraft] = useDraftOf<SessionDraft>(`session.${session.id}`, {})
  const plan = { ...planOf(session), ...draft }
  const saving = useScheduleChange(id, () =>
    ask(
      Schedule,
      briefings[':id'].sessions[':briefing'].$put({
        param: { id, briefing: session.id },
        json: plan,
      }),
    ),
  )
  const leave = () => {
    setDraft({})
    onLeave()
  }
  return (
    <form
      aria-label={say('session.change')}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(undefined, { onSuccess: leave })
      }}
    >
      <Stack>
        <SessionFields
          plan={plan}
          change={(part) => setDraft({ ...draft, ...part })}
          languages={languages}
          isNew={false}
        />
        <p>{say('session.change.text')}</p>
        <RefusalNote refusal={saving.error} />
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {say('session.change.save')}
          </Button>
          <Button variant="default" onClick={leave}>
            {say('session.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
