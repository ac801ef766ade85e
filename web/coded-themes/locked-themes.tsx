import type { ReactNode } from 'react'
import type { LockedThemes } from '#server/coding/contract.ts'
import { useLanguage } from '../language.tsx'
import { Card } from '../ui/card.tsx'
import { SaturationTable } from './saturation-table.tsx'
import { ThemeExamples, ThemeTable } from './theme-table.tsx'

/** The focus groups as everybody reads them who may: all together, for good. */
export function LockedThemesCard({
  themes,
}: {
  readonly themes: LockedThemes
}): ReactNode {
  const { say, coefficient } = useLanguage()
  const { segments, alpha, codes, reached } = themes.agreement
  return (
    <Card title={say('themes.title')}>
      <p className="quiet">{say('themes.lead')}</p>
      <ThemeTable themes={themes} />
      <ThemeExamples themes={themes} />
      <details className="unfold">
        <summary>{say('themes.how')}</summary>
        <SaturationTable saturation={themes.saturation} />
        <p>{say('themes.agreement', { segments, codes, reached })}</p>
        {alpha !== null && (
          <p>{say('themes.agreement.alpha', { alpha: coefficient(alpha) })}</p>
        )}
      </details>
    </Card>
  )
}
