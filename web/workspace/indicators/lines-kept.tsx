import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { periodInWords, valueInWords } from '#analysis/indicators/in-words.ts'
import type { Assessment } from '#server/assessments/contract.ts'
import type { KeptLine } from '#server/indicators/contract.ts'
import { useLanguage } from '../../language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { useGroupNames } from './use-group-names.ts'

/** The lines of a file that would be kept, unusual ones first. */
export function LinesKept({
  assessment,
  lines,
}: {
  readonly assessment: Assessment
  readonly lines: readonly KeptLine[]
}): ReactNode {
  const { say } = useLanguage()
  const sorted = lines.toSorted(
    (a, b) => Number(b.doubt !== null) - Number(a.doubt !== null) || a.line - b.line,
  )
  return (
    <WideTable title={say('hr.preview')}>
      <Table className="hr-figures">
        <thead>
          <tr>
            <th scope="col">{say('hr.line-number')}</th>
            <th scope="col">{say('hr.group')}</th>
            <th scope="col">{say('hr.figure')}</th>
            <th scope="col">{say('hr.value')}</th>
            <th scope="col">{say('hr.period')}</th>
            <th scope="col">{say('hr.source')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <Line key={line.line} kept={line} assessment={assessment} />
          ))}
        </tbody>
      </Table>
    </WideTable>
  )
}

function Line({
  kept: { line, figure, before, doubt },
  assessment,
}: {
  readonly kept: KeptLine
  readonly assessment: Assessment
}): ReactNode {
  const { say, texts, locale } = useLanguage()
  const nameOf = useGroupNames(assessment)
  const inWords = (value: number) => valueInWords({ ...figure, value }, texts, locale)
  return (
    <tr>
      <td>{line}</td>
      <td>{nameOf(figure.unit)}</td>
      <th scope="row">{say(`indicator.${figure.indicator}`)}</th>
      <td>
        {inWords(figure.value)}
        {before !== null && (
          <div className="quiet">{say('hr.was', { before: inWords(before) })}</div>
        )}
        {doubt && <div className="hr-doubt">{say(`hr.doubt.${doubt}`)}</div>}
      </td>
      <td>{periodInWords(figure.period, texts)}</td>
      <td>{figure.source}</td>
    </tr>
  )
}
