import type { ReactNode } from 'react'
import type { Publication } from '#server/assessments/ahead/contract.ts'
import { useLanguage } from '../../language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { shownOfUnit } from './shown-of-unit.ts'

/** What the picture says, line by line. */
export function PublishedTable({
  publication,
}: {
  readonly publication: Publication
}): ReactNode {
  const { say, number } = useLanguage()
  const { units, divisions } = publication
  const words = {
    all: say('published.level.all'),
    means: say('published.level.means'),
    nothing: '–',
  }
  return (
    <WideTable title={say('published.table')}>
      <table className="plain">
        <caption>{say('published.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('published.unit')}</th>
            <th scope="col" className="number">
              {say('published.headcount')}
            </th>
            <th scope="col">{say('published.possible')}</th>
            <th scope="col">{say('published.by-background')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              <td className="number">{number(unit.headcount)}</td>
              <td>{words[shownOfUnit(unit, publication)]}</td>
              <td>
                {say(divisions.includes(unit.id) ? 'published.yes' : 'published.no')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
