import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Schedule } from '#server/briefings/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

/** Texts to send to everybody alike, to copy. */
export function RemindersCard({ reminders }: Pick<Schedule, 'reminders'>): ReactNode {
  const { say, locale } = useLanguage()
  const [chosen, setChosen] = useState<string>(locale)
  const reminder = reminders.find(({ language }) => language === chosen) ?? reminders[0]
  if (!reminder) return null
  const { language, subject, mail, message } = reminder
  return (
    <Card title={say('reminders.title')}>
      <p>{say('reminders.text')}</p>
      <Stack>
        <NativeSelect
          label={say('reminders.language')}
          value={language}
          data={reminders.map(({ language: value }) => ({
            value,
            label: languageNames[value],
          }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <TextInput
          label={say('reminders.subject')}
          value={subject}
          readOnly
          lang={language}
        />
        <Textarea
          label={say('reminders.mail')}
          value={mail}
          readOnly
          autosize
          minRows={6}
          lang={language}
        />
        <Textarea
          label={say('reminders.message')}
          value={message}
          readOnly
          autosize
          lang={language}
        />
      </Stack>
    </Card>
  )
}
