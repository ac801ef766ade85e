import { Button, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import { mostLetters } from '#server/programs/log/contract.ts'
import { programs } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraft } from '../use-draft.ts'
import { useDeed } from './use-deed.ts'

/** Writes down what somebody who knows the field said, with their name and the day. */
export function ReviewForm({
  id,
  component,
}: {
  readonly id: string
  readonly component: ComponentId | null
}): ReactNode {
  const { say } = useLanguage()
  const about = (field: string): string => `${id}.${component}.review.${field}`
  const today = new Date().toISOString().slice(0, 10)
  const expert = useDraft(about('expert'))
  const field = useDraft(about('field'))
  const day = useDraft(about('day'), today)
  const text = useDraft(about('text'))
  const reviewing = useDeed<null>(
    id,
    () =>
      programs[':id'].reviews.$post({
        param: { id },
        json: {
          component,
          expert: expert.text,
          field: field.text,
          day: day.text,
          text: text.text,
        },
      }),
    () => {
      for (const draft of [expert, field, day, text]) draft.forget()
    },
  )
  return (
    <form
      className="decision"
      onSubmit={(event) => {
        event.preventDefault()
        reviewing.mutate(null)
      }}
    >
      <TextInput
        label={say('review.expert')}
        required
        maxLength={120}
        value={expert.text}
        onChange={({ currentTarget }) => expert.write(currentTarget.value)}
      />
      <TextInput
        label={say('review.field')}
        description={say('review.field.hint')}
        required
        maxLength={120}
        value={field.text}
        onChange={({ currentTarget }) => field.write(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={say('review.day')}
        required
        max={today}
        value={day.text}
        onChange={({ currentTarget }) => day.write(currentTarget.value)}
      />
      <Textarea
        label={say('review.text')}
        required
        maxLength={mostLetters}
        autosize
        value={text.text}
        onChange={({ currentTarget }) => text.write(currentTarget.value)}
      />
      <RefusalNote refusal={reviewing.error} />
      <Button type="submit" size="sm" variant="default" loading={reviewing.isPending}>
        {say('review.button')}
      </Button>
    </form>
  )
}
