import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CodingStudy, Themes } from '#server/coding/contract.ts'
import { LockedThemesCard } from '../../coded-themes/locked-themes.tsx'
import { SaturationTable } from '../../coded-themes/saturation-table.tsx'
import { ThemeTable } from '../../coded-themes/theme-table.tsx'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { CodingFrame } from './coding-frame.tsx'
import { themesQuery, useStudyStep } from './queries.ts'
import { ThemeSummary } from './theme-summary.tsx'

/** What is ready to leave the study, what still stands before it, and the lock. */
export function ThemesPage(): ReactNode {
  const { id } = useParams({ from: '/facilitating/facilitate/$id/coding/themes' })
  const { data: themes, error } = useQuery(themesQuery(id))
  return (
    <CodingFrame id={id} place="themes">
      {(study) => (
        <>
          <RefusalNote refusal={error} />
          {themes?.locked && themes.table && <LockedThemesCard themes={themes.table} />}
          {themes && !themes.locked && (
            <Preparing id={id} study={study} themes={themes} />
          )}
        </>
      )}
    </CodingFrame>
  )
}

function Preparing({
  id,
  study,
  themes,
}: {
  readonly id: string
  readonly study: CodingStudy
  readonly themes: Themes
}): ReactNode {
  const { say } = useLanguage()
  const { table } = themes
  return (
    <>
      {!table && <p>{say('themes.not-yet')}</p>}
      {table && (
        <>
          <Card title={say('themes.table')}>
            <p className="quiet">{say('themes.preview')}</p>
            <ThemeTable themes={table} />
          </Card>
          <Card title={say('saturation.title')}>
            <SaturationTable saturation={table.saturation} />
          </Card>
          <Card title={say('themes.summaries')}>
            <p className="quiet">{say('themes.summaries.text')}</p>
            {table.themes.map((theme) => (
              <ThemeSummary
                key={theme.code}
                id={id}
                theme={theme}
                source={themes.sources.find(({ code }) => code === theme.code)}
                canChange={study.me !== null}
              />
            ))}
          </Card>
        </>
      )}
      <LockCard id={id} study={study} themes={themes} />
    </>
  )
}

function LockCard({
  id,
  study,
  themes: { obstacles },
}: {
  readonly id: string
  readonly study: CodingStudy
  readonly themes: Themes
}): ReactNode {
  const { say } = useLanguage()
  const locking = useStudyStep(id, 'lock')
  return (
    <Card title={say('themes.lock.title')}>
      <p>{say('themes.lock.text')}</p>
      {obstacles.length > 0 && (
        <>
          <p>{say('themes.lock.before')}</p>
          <ul>
            {obstacles.map(({ what, count }) => (
              <li key={what}>{say(`coding.obstacle.${what}`, { count })}</li>
            ))}
          </ul>
        </>
      )}
      {obstacles.length === 0 && study.me !== null && (
        <FinalButton
          label={say('themes.lock')}
          onConfirm={() => locking.mutate()}
          loading={locking.isPending}
        />
      )}
      <RefusalNote refusal={locking.error} />
    </Card>
  )
}
