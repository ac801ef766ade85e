import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AnnualReport } from '#analysis/disclosure/annual-report.ts'
import { annualTableIds } from '#analysis/review/annual-lines.ts'
import {
  type AnnualRows,
  contactRows,
  courseRows,
  tableRows,
} from '#analysis/review/annual-rows.ts'
import {
  changesInWords,
  courseInWords,
  incidentsInWords,
  satisfactionInWords,
  useInWords,
  useMeans,
} from '#analysis/review/report-in-words.ts'
import { useAnnualVoice } from '../../annual-reports.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

/** Every figure of a year that may be read, with the sentences it never stands without. */
export function YearFigures({ report }: { readonly report: AnnualReport }): ReactNode {
  const { say } = useLanguage()
  const voice = useAnnualVoice()
  const tables = [
    contactRows(report, voice),
    courseRows(report, voice),
    ...annualTableIds.map((id) => tableRows(id, report, voice)),
  ]
  const changes = changesInWords(report, voice)
  return (
    <>
      <Card title={say('annual.heading.use')}>
        {[...useInWords(report, voice), ...useMeans(voice)].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Card>
      <div className="year-tables">
        {tables.map((rows) => rows && <RowsCard key={rows.title} rows={rows} />)}
      </div>
      <Sentences
        title={say('annual.heading.course')}
        sentences={courseInWords(report, voice)}
      />
      <Sentences
        title={say('annual.heading.safety')}
        sentences={[
          ...satisfactionInWords(report, voice),
          ...incidentsInWords(report, voice),
        ]}
      />
      <Sentences title={say('annual.heading.outcome')} sentences={changes} />
      <Card title={say('annual.heading.hidden')}>
        <p>{say('annual.hidden.why')}</p>
        <p>{say('annual.hidden.sums')}</p>
        <p>{say('annual.no-return')}</p>
      </Card>
    </>
  )
}

/** A table of a year on a card of its own. */
export function RowsCard({
  rows: { title, head, rows },
  children,
}: {
  readonly rows: AnnualRows
  readonly children?: ReactNode
}): ReactNode {
  return (
    <Card title={title}>
      <WideTable title={title}>
        <Table>
          <thead>
            <tr>
              {head.map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={head[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
      {children}
    </Card>
  )
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string
  readonly sentences: readonly string[]
}): ReactNode {
  if (sentences.length === 0) return null
  return (
    <Card title={title}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}
