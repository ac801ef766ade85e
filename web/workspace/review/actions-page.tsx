import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import type { Actions } from '#server/follow-up/contract.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { ActionForm } from './action-form.tsx'
import { ActionLog } from './action-log.tsx'
import { useActionWords } from './action-words.ts'
import { actionsQuery } from './wave-queries.ts'
import './waves.css'

/** What was done of the program, as both sides say. */
export function ActionsPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const isOut = isReleased(assessment)
  return (
    <>
      <PageHead
        title={say('page.actions')}
        lead={say(isOut ? 'waves.actions.lead' : 'understand.not-yet')}
      />
      {isOut && <Said id={id} />}
    </>
  )
}

function Said({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const { data: actions, error } = useQuery(actionsQuery(id))
  if (error) return <RefusalNote refusal={error} />
  if (!actions) return <p role="status">{say('understand.computing')}</p>
  const { adoptedOn, components, log, last } = actions
  return (
    <>
      <Card title={say('page.program')}>
        {adoptedOn === null && <p>{say('waves.actions.not-adopted')}</p>}
        {components.map((one) => (
          <Component key={one.component} id={id} about={one} last={last} />
        ))}
      </Card>
      <ActionLog log={log} />
    </>
  )
}

function Component({
  id,
  about,
  last,
}: {
  readonly id: string
  readonly about: Actions['components'][number]
  readonly last: number
}): ReactNode {
  const { say, date } = useLanguage()
  const { standing, signature } = useActionWords()
  const [isOpen, setOpen] = useState(false)
  const { component, review, said } = about
  const name = say(`component.${component}`)
  const isOverdue = review !== null && review < new Date().toISOString().slice(0, 10)
  return (
    <article className="wave-component" aria-label={name}>
      <h3>{name}</h3>
      {said ? (
        <p>
          <strong>{standing(said)}</strong>{' '}
          <span className="quiet">({signature(said)})</span>
        </p>
      ) : (
        <p className="quiet">{say('waves.actions.unsaid')}</p>
      )}
      {said && said.reason !== '' && <p>{said.reason}</p>}
      {review && (
        <p className="quiet">
          {say(isOverdue ? 'waves.actions.overdue' : 'waves.actions.review', {
            date: date(review),
          })}
        </p>
      )}
      {isOpen ? (
        <ActionForm
          id={id}
          component={component}
          said={said}
          seen={last}
          onDone={() => setOpen(false)}
        />
      ) : (
        <div>
          <Button
            size="sm"
            variant="default"
            aria-label={say('waves.actions.open.name', { name })}
            onClick={() => setOpen(true)}
          >
            {say('waves.actions.open')}
          </Button>
        </div>
      )}
    </article>
  )
}
