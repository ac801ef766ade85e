import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { NextYear } from '#server/follow-up/contract.ts'
import { useLanguage } from '../../language.tsx'
import { useActionWords } from './action-words.ts'
import { SettleForm } from './settle-form.tsx'

/** A component that reached nobody, with the needs it is there for, and what was decided. */
export function WithoutReach({
  id,
  about: { component, verdict, months, needs, settled },
  seen,
  canDecide,
}: {
  readonly id: string
  readonly about: NextYear['withoutReach'][number]
  readonly seen: number
  readonly canDecide: boolean
}): ReactNode {
  const { say, number } = useLanguage()
  const { what, signature } = useActionWords()
  const [isOpen, setOpen] = useState(false)
  const name = say(`component.${component}`)
  return (
    <article className="wave-component" aria-label={name}>
      <h3>{name}</h3>
      <p>
        {say('waves.stop.months', { months: number(months) })}{' '}
        {say(`waves.verdict.${verdict}`)}
      </p>
      <ul className="wave-parts">
        {needs.map(({ construct, score }) => (
          <li key={construct}>
            {say(`construct.${construct}`)}: {score === null ? say('hidden') : score}
          </li>
        ))}
      </ul>
      {settled && (
        <p>
          <strong>{what(settled)}</strong>{' '}
          <span className="quiet">({signature(settled)})</span> {settled.reason}
        </p>
      )}
      {canDecide && isOpen && (
        <SettleForm
          id={id}
          component={component}
          canStop={verdict !== 'duty'}
          seen={seen}
          onDone={() => setOpen(false)}
        />
      )}
      {canDecide && !isOpen && (
        <div>
          <Button
            size="sm"
            variant="default"
            aria-label={say('waves.settle.open.name', { name })}
            onClick={() => setOpen(true)}
          >
            {say('waves.settle.open')}
          </Button>
        </div>
      )}
    </article>
  )
}
