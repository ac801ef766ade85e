import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Reports } from '#server/reports/contract.ts'
import type { Locale } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { LanguageSelect } from './documents-card.tsx'

/** The sheet for whoever leads one unit. */
export function UnitSheetCard({
  id,
  units,
}: {
  readonly id: string
  readonly units: NonNullable<Reports['made']>['units']
}): ReactNode {
  const { say, locale: mine } = useLanguage()
  const [locale, setLocale] = useState<Locale>(mine)
  const [unit, setUnit] = useState(units[0]?.id ?? '')
  if (units.length === 0) return null
  return (
    <Card title={say('reports.units')}>
      <p>{say('reports.units.text')}</p>
      <NativeSelect
        label={say('reports.units.unit')}
        value={unit}
        data={units.map(({ id: value, name: label }) => ({ value, label }))}
        onChange={({ currentTarget: { value } }) => setUnit(value)}
        maw="20rem"
      />
      <LanguageSelect locale={locale} onChoose={setLocale} />
      <p className="row">
        <a
          className="button-link quiet-button"
          href={`/api/office/reports/${id}/unit-sheet/${encodeURIComponent(unit)}/${locale}`}
          download
        >
          {say('reports.units.get')}
        </a>
      </p>
    </Card>
  )
}
