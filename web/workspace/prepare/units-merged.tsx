import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { useLanguage } from '../../language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

/** Before and after: every unit, and who its people are counted with. */
export function UnitsMerged({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say, number, count } = useLanguage()
  const { units, counted } = assessment
  if (units.length === 0) return <p className="quiet">{say('prepare.units.none')}</p>
  const people = units.reduce((sum, { headcount }) => sum + headcount, 0)
  if (counted.length === 0) return <p role="alert">{say('refusal.too-few-people')}</p>
  const countedIn = new Map(
    counted.flatMap((unit) => unit.members.map((member) => [member, unit])),
  )
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (
    <>
      <p>
        {count('people', people)}. {count('prepare.counted', counted.length)}{' '}
        {say('prepare.merge.why')}
      </p>
      <WideTable title={say('prepare.units')}>
        <Table>
          <caption>{say('prepare.merge.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('prepare.unit')}</th>
              <th scope="col" className="number">
                {say('prepare.headcount')}
              </th>
              <th scope="col">{say('prepare.counted-with')}</th>
              <th scope="col">{say('prepare.parent')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ id, name, parent, headcount }) => {
              const group = countedIn.get(id)
              const isMerged = group !== undefined && group.members.length > 1
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="number">{number(headcount)}</td>
                  <td>
                    {group && (
                      <span className={isMerged ? 'merged' : ''}>
                        {group.name} ({number(group.headcount)})
                      </span>
                    )}
                  </td>
                  <td>{parent ? names.get(parent) : ''}</td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      </WideTable>
    </>
  )
}
