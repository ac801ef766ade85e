import { Button, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type FactField, Orientation } from '#server/orientation/contract.ts'
import { ask, orientation } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraftOf } from '../use-draft.ts'
import { FactInput } from './fact-input.tsx'
import { useOrientationChange } from './queries.ts'

type Draft = Readonly<Record<string, string>>

/** What everything is printed from: asks what is missing, and shows the rest when asked to. */
export function FactsCard({
  id,
  data,
}: {
  readonly id: string
  readonly data: Orientation
}): ReactNode {
  const { say, count } = useLanguage()
  const [showsAll, setShowsAll] = useState(false)
  const [draft, setDraft] = useDraftOf<Draft>(`facts.${id}`, {})
  const saving = useOrientationChange(
    id,
    (facts: Draft) =>
      ask(Orientation, orientation[':id'].facts.$put({ param: { id }, json: { facts } })),
    () => setDraft({}),
  )
  const fields = fieldsToShow(data, draft, showsAll)
  const isChanged = Object.keys(draft).length > 0
  return (
    <Card title={say('tell.facts.title')}>
      <p>{say('tell.facts.text')}</p>
      <p>
        <strong>
          {data.missing.length === 0
            ? say('tell.facts.complete')
            : count('tell.facts.missing', data.missing.length)}
        </strong>
      </p>
      <form
        aria-label={say('tell.facts.title')}
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate(draft)
        }}
      >
        <Stack>
          <Fields {...{ fields, data, draft, setDraft }} />
          <RefusalNote refusal={saving.error} />
          <p role="status">
            {isChanged && say('tell.facts.unsaved')}
            {!isChanged && saving.isSuccess && say('tell.facts.saved')}
          </p>
          <div className="page-actions">
            {fields.length > 0 && (
              <Button type="submit" loading={saving.isPending} disabled={!isChanged}>
                {say('tell.facts.save')}
              </Button>
            )}
            <Button variant="default" onClick={() => setShowsAll(!showsAll)}>
              {say(showsAll ? 'tell.facts.fewer' : 'tell.facts.all')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}

/** A field stays while something typed in it is not kept yet. */
function fieldsToShow(
  { fields, missing }: Orientation,
  draft: Draft,
  showsAll: boolean,
): readonly FactField[] {
  if (showsAll) return fields
  return fields.filter(({ id }) => missing.includes(id) || id in draft)
}

function Fields({
  fields,
  data,
  draft,
  setDraft,
}: {
  readonly fields: readonly FactField[]
  readonly data: Orientation
  readonly draft: Draft
  readonly setDraft: (draft: Draft) => void
}): ReactNode {
  return fields.map((field) => (
    <FactInput
      key={field.id}
      field={field}
      value={draft[field.id] ?? data.facts[field.id] ?? ''}
      onChange={(value) => setDraft({ ...draft, [field.id]: value })}
    />
  ))
}
