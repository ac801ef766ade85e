import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MaterialText } from '#server/orientation/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import type { MaterialAt } from './queries.ts'
import { usePassageChange } from './use-passage-change.ts'

/** Words whose sentence has gone: nobody's writing is thrown away unseen. */
export function LeftWords({
  at,
  left,
}: {
  readonly at: MaterialAt
  readonly left: MaterialText['left']
}): ReactNode {
  const { say } = useLanguage()
  const change = usePassageChange(at)
  if (left.length === 0) return null
  return (
    <Card title={say('words.left.title')}>
      <p>{say('words.left.text')}</p>
      <RefusalNote refusal={change.error} />
      <ul className="plain-list">
        {left.map(({ passage, base, words }) => (
          <li key={passage}>
            <p lang={at.locale}>{words}</p>
            <Button
              variant="default"
              onClick={() => change.mutate({ passage, base, words: '' })}
            >
              {say('words.left.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
