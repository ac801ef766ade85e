import { Checkbox, Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import type { Results } from '#server/results/contract.ts'
import { filtersOf } from '../../group-names.ts'
import { useLanguage } from '../../language.tsx'
import { heatGrid } from './heat-grid.ts'
import { HeatLegend } from './heat-legend.tsx'
import { HeatPicture } from './heat-picture.tsx'
import { columnOrders, type HeatSearch } from './heat-search.ts'
import { HeatTable } from './heat-table.tsx'
import './heatmap.css'

type Release = Results['release']

/** Mean need by unit, or by one question of background; what is chosen stands in the address. */
export function Heatmap({ release }: { readonly release: Release }): ReactNode {
  const search: HeatSearch = useSearch({
    from: '/signed-in/assessments/$id/understand/units',
  })
  const navigate = useNavigate()
  const language = useLanguage()
  const { say } = language
  const choose = (change: Partial<HeatSearch>): void =>
    void navigate({
      to: '.',
      search: (before: HeatSearch) => ({ ...before, ...change }),
      replace: true,
    })
  const grid = useMemo(
    () => heatGrid(release, search, language),
    [release, search, language],
  )
  if (grid.columns.length === 0) return null
  return (
    <section className="card" aria-label={say('heatmap.title')}>
      <div className="heat-choices no-print">
        <RowsSelect release={release} by={search.by ?? 'units'} choose={choose} />
        <Select
          label={say('heatmap.order')}
          data={columnOrders.map((value) => ({
            value,
            label: say(`heatmap.order.${value}`),
          }))}
          value={search.order ?? 'need'}
          onChange={(value) => choose({ order: value === 'life' ? 'life' : undefined })}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        <Checkbox
          label={say('heat.apart')}
          checked={search.apart === true}
          onChange={({ currentTarget }) =>
            choose({ apart: currentTarget.checked ? true : undefined })
          }
        />
      </div>
      <HeatTable grid={grid} sort={search.sort} onSort={(sort) => choose({ sort })} />
      <HeatLegend apart={search.apart === true} />
      <HeatPicture grid={grid} name={release.organization.name} />
    </section>
  )
}

/** What the rows are: units, or one of the background questions that were asked. */
function RowsSelect({
  release,
  by,
  choose,
}: {
  readonly release: Release
  readonly by: string
  readonly choose: (change: Partial<HeatSearch>) => void
}): ReactNode {
  const { say, sayIf } = useLanguage()
  const filters = filtersOf(release)
  if (filters.length === 0) return null
  return (
    <Select
      label={say('heatmap.rows')}
      description={say('heat.rows.why')}
      data={['units', ...filters].map((value) => {
        return { value, label: sayIf(`heatmap.rows.${value}`) }
      })}
      value={by}
      onChange={(value) =>
        choose({ by: value === null || value === 'units' ? undefined : value })
      }
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
    />
  )
}
