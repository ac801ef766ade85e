import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import { reviewMonthsOf } from '#analysis/recommendation/review.ts'
import type { Program } from '#server/programs/contract.ts'
import { programs } from '../../api.ts'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraft } from '../use-draft.ts'
import { useDeed } from './use-deed.ts'
import { useProgramLanguage } from './use-program-language.ts'

/** Who answers for a component of the program, when it starts, and when it is looked at again. */
export function OwnerForm({
  id,
  component,
  program,
}: {
  readonly id: string
  readonly component: ComponentId
  readonly program: Program
}): ReactNode {
  const { say, date, tell, signature } = useProgramLanguage()
  const kept = program.owners.find((each) => each.component === component)
  const about = (field: string): string => `${id}.${component}.owner.${field}`
  const owner = useDraft(about('who'), kept?.owner)
  const starts = useDraft(about('starts'), kept?.starts ?? '')
  const reviewed = useDraft(about('reviewed'), kept?.reviewed ?? '')
  const [seen] = useState(program.last)
  const naming = useDeed<null>(
    id,
    () =>
      programs[':id'].owners.$post({
        param: { id },
        json: {
          component,
          owner: owner.text,
          starts: starts.text || null,
          reviewed: reviewed.text || null,
          seen,
        },
      }),
    () => {
      for (const draft of [owner, starts, reviewed]) draft.forget()
    },
  )
  const months = reviewMonthsOf[component]
  const usual = starts.text === '' ? null : monthsAfter(starts.text, months)
  return (
    <form
      className="decision"
      aria-label={say('owner.title')}
      onSubmit={(event) => {
        event.preventDefault()
        naming.mutate(null)
      }}
    >
      <h4>{say('owner.title')}</h4>
      {kept && (
        <p role="status" className="quiet">
          {tell(kept).what} ({signature(kept)})
        </p>
      )}
      <TextInput
        label={say('owner.who')}
        description={say('owner.who.hint')}
        maxLength={120}
        value={owner.text}
        onChange={({ currentTarget }) => owner.write(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={say('owner.starts')}
        value={starts.text}
        onChange={({ currentTarget }) => starts.write(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={say('owner.review')}
        description={
          usual
            ? say('owner.review.usual', { day: date(usual) })
            : say('owner.review.months', { months })
        }
        value={reviewed.text}
        onChange={({ currentTarget }) => reviewed.write(currentTarget.value)}
      />
      <RefusalNote refusal={naming.error} />
      <div className="row">
        <Button type="submit" size="sm" variant="default" loading={naming.isPending}>
          {say('owner.save')}
        </Button>
      </div>
    </form>
  )
}

function monthsAfter(day: string, months: number): string | null {
  const [year = 0, month = 0, of = 1] = day.split('-').map(Number)
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(of, 28)))
  return Number.isNaN(then.getTime()) ? null : then.toISOString().slice(0, 10)
}
