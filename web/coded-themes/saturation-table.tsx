import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { LockedThemes } from '#server/coding/contract.ts'
import { useLanguage } from '../language.tsx'
import { WideTable } from '../ui/wide-table.tsx'

/** What each further group added, in counts alone, and whether that was enough. */
export function SaturationTable({
  saturation: { rows, verdict },
}: {
  readonly saturation: LockedThemes['saturation']
}): ReactNode {
  const { say, number, percent } = useLanguage()
  return (
    <>
      <WideTable title={say('saturation.title')}>
        <Table>
          <caption>{say('saturation.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('saturation.group')}</th>
              <th scope="col" className="number">
                {say('saturation.new')}
              </th>
              <th scope="col" className="number">
                {say('saturation.new-needs')}
              </th>
              <th scope="col" className="number">
                {say('saturation.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.place}>
                <th scope="row">{number(row.place)}</th>
                <td className="number">{number(row.newCodes)}</td>
                <td className="number">{number(row.newConstructs)}</td>
                <td className="number">{percent(row.share)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
      <p>{say(`saturation.${verdict}`)}</p>
    </>
  )
}
