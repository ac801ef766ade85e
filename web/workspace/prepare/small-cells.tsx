import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Publication } from '#server/assessments/ahead/contract.ts'
import type { Assessment } from '#server/assessments/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { publicationQuery } from './queries.ts'
import { useItemWords } from './use-item-words.ts'

/** What head counts alone say against a question: groups too small, answers nobody may see. */
export function SmallCells({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const { data } = useQuery({
    ...publicationQuery(assessment),
    enabled: assessment.counted.length > 0,
  })
  const wordsOf = useItemWords(assessment.questions)
  if (!data) return null
  const never = data.beside.filter(({ isEverShown }) => !isEverShown)
  if (never.length === 0 && data.smallCells.length === 0) return null
  return (
    <Card title={say('lint.small-cells')}>
      {never.length > 0 && (
        <ul>
          {never.map(({ item, least }) => (
            <li key={item} className="warning">
              {wordsOf(item)} {say('lint.never-shown', { least, people: data.people })}
            </li>
          ))}
        </ul>
      )}
      {data.smallCells.length > 0 && <Cells publication={data} />}
    </Card>
  )
}

function Cells({ publication }: { readonly publication: Publication }): ReactNode {
  const { say, sayIf } = useLanguage()
  const { smallCells, filters, smallestGroup } = publication
  const units = [...new Map(smallCells.map(({ unit, name }) => [unit, name]))]
  const cellOf = (unit: string, background: string) =>
    smallCells.find((cell) => cell.unit === unit && cell.background === background)
  return (
    <>
      <p>{say('lint.small-cells.text', { least: smallestGroup })}</p>
      <WideTable title={say('lint.small-cells')}>
        <table className="plain">
          <caption className="unseen">{say('lint.small-cells')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('published.unit')}</th>
              {filters.map(({ id }) => (
                <th key={id} scope="col">
                  {sayIf(`item.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(([unit, name]) => (
              <tr key={unit}>
                <th scope="row">{name}</th>
                {filters.map(({ id }) => {
                  const cell = cellOf(unit, id)
                  return (
                    <td key={id}>
                      {cell ? say('lint.small-cells.cell', { people: cell.atMost }) : '–'}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}
