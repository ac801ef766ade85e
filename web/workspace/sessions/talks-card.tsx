import { Button, NumberInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Schedule } from '#server/briefings/contract.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { ask, briefings } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useScheduleChange } from './queries.ts'

/** How many individual talks were held, in one number a language. */
export function TalksCard({
  id,
  schedule,
}: {
  readonly id: string
  readonly schedule: Schedule
}): ReactNode {
  const { say } = useLanguage()
  const hasTalks = schedule.briefings.some(
    ({ kind, begun }) => kind === 'individual' && begun,
  )
  if (!hasTalks) return null
  return (
    <Card title={say('talks.held.title')}>
      <p>{say('talks.text')}</p>
      {schedule.languages.map((language) => (
        <TalksIn key={language} id={id} language={language} />
      ))}
    </Card>
  )
}

function TalksIn({
  id,
  language,
}: {
  readonly id: string
  readonly language: Locale
}): ReactNode {
  const { say } = useLanguage()
  const [held, setHeld] = useState<number | ''>('')
  const name = languageNames[language]
  const saving = useScheduleChange(id, (count: number) =>
    ask(
      Schedule,
      briefings[':id'].talks[':locale'].$put({
        param: { id, locale: language },
        json: { held: count },
      }),
    ),
  )
  return (
    <form
      aria-label={say('talks.field', { language: name })}
      onSubmit={(event) => {
        event.preventDefault()
        if (held !== '') saving.mutate(held, { onSuccess: () => setHeld('') })
      }}
    >
      <div className="two">
        <NumberInput
          label={say('talks.field', { language: name })}
          min={0}
          max={100_000}
          allowDecimal={false}
          value={held}
          onChange={(value) => setHeld(value === '' ? '' : Number(value))}
        />
        <div className="page-actions">
          <Button type="submit" loading={saving.isPending} disabled={held === ''}>
            {say('talks.keep', { language: name })}
          </Button>
        </div>
      </div>
      <RefusalNote refusal={saving.error} />
      <p role="status">{saving.isSuccess && say('talks.kept')}</p>
    </form>
  )
}
