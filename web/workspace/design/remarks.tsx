import { Button, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import type { Program } from '#server/programs/contract.ts'
import { mostLetters } from '#server/programs/log/contract.ts'
import { programs } from '../../api.ts'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraft } from '../use-draft.ts'
import { ReviewForm } from './review-form.tsx'
import { useDeed } from './use-deed.ts'
import { useProgramLanguage } from './use-program-language.ts'

/** What experts and the two sides said of a component, or of the whole, and room for more. */
export function Remarks({
  id,
  component,
  program,
}: {
  readonly id: string
  /** null for the program as a whole */
  readonly component: ComponentId | null
  readonly program: Program
}): ReactNode {
  const { say, tell, signature } = useProgramLanguage()
  const said = [...program.reviews, ...program.remarks]
    .filter((one) => one.component === component)
    .toSorted((a, b) => a.number - b.number)
  const title = component
    ? say('remarks.about', { name: say(`component.${component}`) })
    : say('remarks.whole')
  return (
    <section aria-label={title} className="remarks">
      {component ? <h4>{title}</h4> : <h2>{title}</h2>}
      {said.length === 0 && <p className="quiet">{say('remarks.none')}</p>}
      <ul>
        {said.map((entry) => (
          <li key={entry.number}>
            {entry.kind === 'reviewed' && <strong>{tell(entry).what} </strong>}
            {tell(entry).note} <span className="quiet">({signature(entry)})</span>
          </li>
        ))}
      </ul>
      <RemarkForm id={id} component={component} />
      <details>
        <summary>{say('review.add')}</summary>
        <ReviewForm id={id} component={component} />
      </details>
    </section>
  )
}

function RemarkForm({
  id,
  component,
}: {
  readonly id: string
  readonly component: ComponentId | null
}): ReactNode {
  const { say } = useProgramLanguage()
  const text = useDraft(`${id}.${component}.remark`)
  const remarking = useDeed<string>(
    id,
    (written) =>
      programs[':id'].remarks.$post({
        param: { id },
        json: { component, text: written },
      }),
    text.forget,
  )
  return (
    <form
      className="decision"
      onSubmit={(event) => {
        event.preventDefault()
        remarking.mutate(text.text)
      }}
    >
      <Textarea
        label={say('remarks.label')}
        description={say('remarks.hint')}
        required
        maxLength={mostLetters}
        autosize
        value={text.text}
        onChange={({ currentTarget }) => text.write(currentTarget.value)}
      />
      <RefusalNote refusal={remarking.error} />
      <Button type="submit" size="sm" variant="default" loading={remarking.isPending}>
        {say('remarks.button')}
      </Button>
    </form>
  )
}
