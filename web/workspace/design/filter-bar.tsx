import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { type DesignSearch, shows, views } from './design-search.ts'

/** How the components are ordered, and which are listed. */
export function FilterBar({
  search,
  onChange,
}: {
  readonly search: DesignSearch
  readonly onChange: (search: DesignSearch) => void
}): ReactNode {
  const { say } = useLanguage()
  return (
    <div className="row">
      <NativeSelect
        label={say('design.view')}
        value={search.view ?? 'tier'}
        onChange={({ currentTarget }) => {
          const view = views.find((one) => one === currentTarget.value)
          onChange({ ...search, view: view === 'tier' ? undefined : view })
        }}
        data={views.map((one) => ({ value: one, label: say(`design.view.${one}`) }))}
      />
      <NativeSelect
        label={say('design.show')}
        value={search.show ?? 'all'}
        onChange={({ currentTarget }) => {
          const show = shows.find((one) => one === currentTarget.value)
          onChange({ ...search, show: show === 'all' ? undefined : show })
        }}
        data={shows.map((one) => ({ value: one, label: say(`design.show.${one}`) }))}
      />
    </div>
  )
}
