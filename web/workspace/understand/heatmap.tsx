import { Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Figure } from '#analysis/disclosure/disclosed.ts'
import type { Results } from '#server/results/contract.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { filtersOf } from '../../group-names.ts'
import { useLanguage } from '../../language.tsx'
import { stepOf, useFigureWords } from '../../ui/figure.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { rowsOfFilter, rowsOfUnits } from './heat-rows.ts'

type Release = Results['release']

const orders = ['need', 'life'] as const
type Order = (typeof orders)[number]

/**
 * Mean need by unit, or by one question of background. A table first: every cell says its
 * number, or that it is not shown.
 */
export function Heatmap({ release }: { readonly release: Release }): ReactNode {
  const language = useLanguage()
  const { say } = language
  const [order, setOrder] = useState<Order>('need')
  const [by, setBy] = useState('units')
  const columns = columnsOf(release, order)
  if (columns.length === 0) return null
  const rows = by === 'units' ? rowsOfUnits(release) : rowsOfFilter(release, by, language)
  return (
    <section className="card" aria-label={say('heatmap.title')}>
      <div className="line">
        <h2>{say('heatmap.title')}</h2>
        <RowsSelect release={release} by={by} choose={setBy} />
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
            {rows.map(({ id, name, depth }) => (
              <HeatRow
                key={id}
                name={name}
                depth={depth}
                figures={columns.map((construct) => {
                  const cells = release.constructs[construct]
                  return (cells?.units[id] ?? cells?.groups[id])?.meanNeed
                })}
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

/** What the rows are: units, or one of the background questions that were asked. */
function RowsSelect({
  release,
  by,
  choose,
}: {
  readonly release: Release
  readonly by: string
  readonly choose: (by: string) => void
}): ReactNode {
  const { say, sayIf } = useLanguage()
  const filters = filtersOf(release)
  if (filters.length === 0) return null
  return (
    <Select
      aria-label={say('heatmap.rows')}
      data={['units', ...filters].map((value) => {
        return { value, label: sayIf(`heatmap.rows.${value}`) }
      })}
      value={by}
      onChange={(value) => choose(value ?? 'units')}
      allowDeselect={false}
      w={220}
      comboboxProps={{ withinPortal: false }}
    />
  )
}
