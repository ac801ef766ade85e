import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import type { MaterialAt, PassageToChange } from './queries.ts'
import { usePassageChange } from './use-passage-change.ts'

/** People's words beside what the sentence said then and says now; they decide. */
export function PassageConflict({
  at,
  passage,
  canChange,
}: {
  readonly at: MaterialAt
  readonly passage: PassageToChange
  readonly canChange: boolean
}): ReactNode {
  const { say } = useLanguage()
  const change = usePassageChange(at)
  const decide = (words: string): void =>
    change.mutate({ passage: passage.id, base: passage.text, words })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-label={say('words.conflict')}>
      <p>
        <strong>{say('words.conflict')}</strong>
      </p>
      <dl className="facts" lang={at.locale}>
        <dt>{say('words.yours')}</dt>
        <dd>{passage.words}</dd>
        <dt>{say('words.then')}</dt>
        <dd>{passage.base}</dd>
        <dt>{say('words.now')}</dt>
        <dd>{passage.text}</dd>
      </dl>
      <RefusalNote refusal={change.error} />
      {canChange && (
        <div className="page-actions">
          <Button variant="default" onClick={() => decide(passage.words ?? '')}>
            {say('words.keep-mine')}
          </Button>
          <Button variant="default" onClick={() => decide('')}>
            {say('words.use-now')}
          </Button>
        </div>
      )}
    </div>
  )
}
