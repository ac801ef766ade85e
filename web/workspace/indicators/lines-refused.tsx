import { Alert, List } from '@mantine/core'
import type { ReactNode } from 'react'
import { limitWords } from '#analysis/indicators/limits.ts'
import type { FiguresPreview, RefusedLines } from '#server/indicators/contract.ts'
import { useLanguage } from '../../language.tsx'

/** Which lines are refused, one sentence a reason: why, and what to do. */
export function LinesRefused({
  preview,
}: {
  readonly preview: FiguresPreview
}): ReactNode {
  const { say } = useLanguage()
  if (preview.refused.length === 0) return null
  const isAll = preview.kept.length === 0
  return (
    <Alert className="refusal" title={say(isAll ? 'hr.refused.all' : 'hr.refused')}>
      <List>
        {preview.refused.map((reason) => (
          <List.Item key={`${reason.fault} ${reason.lines[0]}`}>
            <Reason reason={reason} />
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Reason({
  reason: { fault, column, lines, more, words },
}: {
  readonly reason: RefusedLines
}): ReactNode {
  const { say, sayIf, locale, number } = useLanguage()
  const listed =
    more > 0
      ? lines.join(', ')
      : new Intl.ListFormat(locale, { type: 'conjunction' }).format(lines.map(String))
  const key = more > 0 ? 'more' : lines.length > 1 ? 'lines' : 'line'
  const place = sayIf(`hr.refused.${key}`, {
    lines: listed,
    more: number(more),
    column: say(`column.${column}`),
  })
  return (
    <>
      <strong>{place}.</strong> {say(`hr.fault.${fault}`, { ...limitWords, ...words })}
    </>
  )
}
