import { Button, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ListPreview } from '#server/invitations/contract.ts'
import { useLanguage } from '../../language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

const columns = ['listed', 'with-address', 'added', 'kept', 'removed'] as const

/** What a list would change, unit by unit, before it is taken. */
export function ListChanges({
  preview,
  isTaking,
  onTake,
}: {
  readonly preview: ListPreview
  readonly isTaking: boolean
  readonly onTake: () => void
}): ReactNode {
  const { say, number } = useLanguage()
  const concerned = preview.units.filter(({ listed, removed }) => listed + removed > 0)
  return (
    <>
      <WideTable title={say('invitations.list.changes')}>
        <Table>
          <caption>{say('invitations.list.changes')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('prepare.unit')}</th>
              <th scope="col" className="number">
                {say('prepare.headcount')}
              </th>
              {columns.map((column) => (
                <th scope="col" className="number" key={column}>
                  {say(`invitations.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {concerned.map((unit) => (
              <tr key={unit.unit}>
                <th scope="row">{unit.name}</th>
                <td className="number">{number(unit.headcount)}</td>
                <td className="number">{number(unit.listed)}</td>
                <td className="number">{number(unit.withAddress)}</td>
                <td className="number">{number(unit.added)}</td>
                <td className="number">{number(unit.kept)}</td>
                <td className="number">{number(unit.removed)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
      <p>{say('invitations.list.replaces')}</p>
      <div>
        <Button onClick={onTake} loading={isTaking}>
          {say('invitations.list.take')}
        </Button>
      </div>
    </>
  )
}
