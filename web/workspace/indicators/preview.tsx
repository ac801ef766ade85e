import { Button, Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import type { FiguresPreview } from '#server/indicators/contract.ts'
import { useLanguage } from '../../language.tsx'
import { LinesKept } from './lines-kept.tsx'
import { LinesRefused } from './lines-refused.tsx'

/** What a file would change: what is kept, what is refused and why. Nothing is stored yet. */
export function Preview({
  assessment,
  preview,
  isKeeping,
  onKeep,
}: {
  readonly assessment: Assessment
  readonly preview: FiguresPreview
  readonly isKeeping: boolean
  readonly onKeep: (outcome: string, checked: boolean) => void
}): ReactNode {
  const { say } = useLanguage()
  const [checked, setChecked] = useState(false)
  const changes = preview.kept.filter(({ change }) => change !== 'same')
  const isUnusual = changes.some(({ doubt }) => doubt !== null)
  return (
    <section className="hr-preview" aria-label={say('hr.preview')}>
      <h3>{say('hr.preview')}</h3>
      <Counts preview={preview} />
      {preview.unread.length > 0 && (
        <p className="quiet">
          {say('hr.unread', {
            columns: preview.unread.map((each) => `“${each}”`).join(', '),
          })}
        </p>
      )}
      <LinesRefused preview={preview} />
      {changes.length === 0 && <p>{say('hr.keep.nothing')}</p>}
      {changes.length > 0 && (
        <>
          <LinesKept assessment={assessment} lines={changes} />
          {isUnusual && (
            <Checkbox
              label={say('hr.checked')}
              checked={checked}
              onChange={(event) => setChecked(event.currentTarget.checked)}
            />
          )}
          <div>
            <Button
              onClick={() => onKeep(preview.outcome, checked)}
              loading={isKeeping}
              disabled={isUnusual && !checked}
            >
              {say('hr.keep')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

const changes = ['new', 'changed', 'same'] as const

function Counts({ preview }: { readonly preview: FiguresPreview }): ReactNode {
  const { say, number } = useLanguage()
  const counts = [
    ...changes.map((change) => ({
      kind: change,
      count: preview.kept.filter((line) => line.change === change).length,
    })),
    { kind: 'empty', count: preview.empty },
    { kind: 'refused', count: preview.refusedLines },
  ] as const
  const told = counts.filter(({ kind, count }) => kind === 'new' || count > 0)
  return (
    <div role="status">
      <p>{say('hr.preview.nothing-kept')}</p>
      <ul className="inline-list">
        {told.map(({ kind, count }) => (
          <li key={kind}>{say(`hr.count.${kind}`, { count: number(count) })}</li>
        ))}
      </ul>
    </div>
  )
}
