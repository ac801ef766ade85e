import type { ReactNode } from 'react'
import type { Actions } from '#server/follow-up/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { useActionWords } from './action-words.ts'

const columns = ['number', 'day', 'by', 'component', 'what', 'note'] as const

/** Everything that was said and decided, the latest first. */
export function ActionLog({ log }: { readonly log: Actions['log'] }): ReactNode {
  const { say, date } = useLanguage()
  const { what } = useActionWords()
  if (log.length === 0) return null
  const title = say('waves.log')
  return (
    <Card title={title}>
      <WideTable title={title}>
        <table className="plain waves">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {say(`log.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {log.toReversed().map((entry) => (
              <tr key={entry.number}>
                <td>{entry.number}</td>
                <td>{date(entry.on)}</td>
                <td>
                  {entry.by}, {say(`log.role.${entry.role}`)}
                </td>
                <td>{say(`component.${entry.component}`)}</td>
                <td>{what(entry)}</td>
                <td>{entry.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Card>
  )
}
