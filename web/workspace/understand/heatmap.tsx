import { Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Figure } from '#analysis/disclosure/disclosed.ts'
import type { Results } from '#server/results/contract.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { useLanguage } from '../../language.tsx'
import { stepOf, useFigureWords } from '../../ui/figure.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

type Release = Results['release']
type Row = Release['units'][number]

const orders = ['need', 'life'] as const
type Order = (typeof orders)[number]

/** Mean need by unit. A table first: every cell says its number, or that it is not shown. */
export function Heatmap({ release }: { readonly release: Release }): ReactNode {
  const { say } = useLanguage()
  const [order, setOrder] = useState<Order>('need')
  const columns = columnsOf(release, order)
  if (columns.length === 0) return null
  return (
    <section className="card" aria-label={say('heatmap.title')}>
      <div className="line">
        <h2>{say('heatmap.title')}</h2>
        <Select
          aria-label={say('heatmap.order')}
          data={orders.map((value) => ({ value, label: say(`heatmap.order.${value}`) }))}
          value={order}
          onChange={(value) => setOrder(value === 'life' ? 'life' : 'need')}
          allowDeselect={false}
          w={260}
          comboboxProps={{ withinPortal: false }}
        />
      </div>
      <WideTable title={say('heatmap.title')}>
        <table className="heatmap">
          <caption>{say('heatmap.caption')}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((construct) => (
                <th scope="col" key={construct}>
                  <span>{say(`construct.${construct}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <HeatRow
              name={say('organization.whole')}
              depth={0}
              figures={columns.map(
                (construct) => release.constructs[construct]?.organization.meanNeed,
              )}
            />
            {inTreeOrder(release.units).map(({ row, depth }) => (
              <HeatRow
                key={row.id}
                name={row.name}
                depth={depth}
                figures={columns.map(
                  (construct) => release.constructs[construct]?.units[row.id]?.meanNeed,
                )}
              />
            ))}
          </tbody>
        </table>
      </WideTable>
      <Legend />
    </section>
  )
}

function HeatRow({
  name,
  depth,
  figures,
}: {
  readonly name: string
  readonly depth: number
  readonly figures: readonly (Figure | undefined)[]
}): ReactNode {
  return (
    <tr>
      <th scope="row" className={`depth-${depth}`}>
        {name}
      </th>
      {figures.map((figure, index) => (
        <HeatCell key={index} figure={figure} />
      ))}
    </tr>
  )
}

function HeatCell({ figure }: { readonly figure: Figure | undefined }): ReactNode {
  const { say, number } = useLanguage()
  const words = useFigureWords()
  if (!figure) {
    return (
      <td className="not-asked">
        <span aria-hidden="true">–</span>
        <span className="unseen">{say('not-asked')}</span>
      </td>
    )
  }
  if (figure.kind === 'hidden') {
    return (
      <td className="hidden-value">
        <span className="unseen">{say('hidden')}</span>
      </td>
    )
  }
  const sign = { shown: '', 'at-most': '≤', 'at-least': '≥' }[figure.kind]
  return (
    <td className={`need-${stepOf(figure.value)}`}>
      <span aria-hidden="true">
        {sign}
        {number(figure.value)}
      </span>
      <span className="unseen">{words(figure, number)}</span>
    </td>
  )
}

function Legend(): ReactNode {
  const { say } = useLanguage()
  return (
    <ul className="legend">
      <li>{say('heatmap.scale')}</li>
      {(['low', 'some', 'considerable', 'high'] as const).map((band, index) => (
        <li key={band}>
          <i className={`need-${index + 1}`} aria-hidden="true" />
          {say(`band.${band}`)}
        </li>
      ))}
      <li>
        <i className="hidden-value" aria-hidden="true" />
        {say('hidden')}
      </li>
      <li>
        <i className="not-asked" aria-hidden="true" />
        {say('not-asked')}
      </li>
    </ul>
  )
}

/** Needs whose mean may be shown by unit at all; rare ones never are. */
function columnsOf(release: Release, order: Order): readonly ConstructId[] {
  const asked = constructIds.filter(
    (id) => release.constructs[id] !== undefined && !constructOf(id).rare,
  )
  if (order === 'life') return asked
  const need = (id: ConstructId): number => {
    const mean = release.constructs[id]?.organization.meanNeed
    return mean && mean.kind !== 'hidden' ? mean.value : -1
  }
  return asked.toSorted((a, b) => need(b) - need(a) || a.localeCompare(b))
}

function inTreeOrder(
  units: readonly Row[],
  parent: string | null = null,
  depth = 1,
): readonly { readonly row: Row; readonly depth: number }[] {
  return units
    .filter((unit) => unit.parent === parent)
    .flatMap((row) => [{ row, depth }, ...inTreeOrder(units, row.id, depth + 1)])
}
