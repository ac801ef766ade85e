import type { ReactNode } from 'react'
import { core } from '#surveys/catalogue.ts'
import { constructIds } from '#surveys/constructs.ts'
import { itemsOf } from '#surveys/questionnaire.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { AskedItems } from './asked-items.tsx'

const items = itemsOf(core)
const topics = constructIds.filter((id) =>
  items.some(({ construct }) => construct === id),
)

/** The core, block by block, each opened to its questions. */
export function CoreTopics(): ReactNode {
  const { say, sayIf } = useLanguage()
  return (
    <Card title={say('compose.core')}>
      <p>
        {say('compose.core.text', { questions: items.length, topics: topics.length })}
      </p>
      {core.parts.map((part) => (
        <details key={part.id}>
          <summary>{sayIf(`part.${part.id}`)}</summary>
          <AskedItems part={part} />
        </details>
      ))}
    </Card>
  )
}
