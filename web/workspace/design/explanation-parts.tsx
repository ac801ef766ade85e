import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import type { ExplanationInWords } from '#server/programs/contract.ts'
import { useLanguage } from '../../language.tsx'
import { explanationQuery } from '../../programs.ts'
import { RefusalNote } from '../../ui/refusal.tsx'

/** The parts that are open from the beginning: why, and what to mind. */
const firstOpen: readonly string[] = ['headline', 'needs', 'conditions']

/** Why one component, in the thirteen parts a report prints; asked for when it is opened. */
export function ExplanationParts({
  id,
  component,
  changed,
}: {
  readonly id: string
  readonly component: ComponentId
  readonly changed: number
}): ReactNode {
  const { say, locale } = useLanguage()
  const { data, error } = useQuery(explanationQuery(id, component, locale, changed))
  const [isWhole, setWhole] = useState(false)
  if (error) return <RefusalNote refusal={error} />
  if (!data) return <p role="status">{say('explanation.computing')}</p>
  return (
    <section className="explanation" aria-label={say('explanation.title')}>
      <div className="row">
        <h4>{say('explanation.title')}</h4>
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(!isWhole)}>
          {say(isWhole ? 'explanation.less' : 'explanation.all')}
        </Button>
      </div>
      {data.parts.map((part, index) => (
        <Part
          key={`${part.part} ${isWhole}`}
          part={part}
          number={index + 1}
          isOpen={isWhole || firstOpen.includes(part.part)}
        />
      ))}
    </section>
  )
}

function Part({
  part: { title, sentences },
  number,
  isOpen,
}: {
  readonly part: ExplanationInWords['parts'][number]
  readonly number: number
  readonly isOpen: boolean
}): ReactNode {
  return (
    <details open={isOpen}>
      <summary>
        {number}. {title}
      </summary>
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
