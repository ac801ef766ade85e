import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { besideRows } from '#analysis/review/annual-rows.ts'
import { periodInWords } from '#analysis/review/report-in-words.ts'
import { useAnnualVoice } from '../../annual-reports.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PublishYear } from './publish-year.tsx'
import { type KeptYear, WithYears } from './with-years.tsx'
import { RowsCard, YearFigures } from './year-figures.tsx'
import { YearFiles } from './year-files.tsx'

/** What the provider reported of a year, read beside the need. */
export function YearPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { say } = useLanguage()
  return (
    <WithYears title={say('review.title')} lead={say('review.lead')}>
      {(year, page) => (
        <>
          <Told year={year} />
          <Beside year={year} />
          <YearFigures report={year.report} />
          <YearFiles id={id} report={year.id} />
          <PublishYear id={id} year={year} page={page} />
        </>
      )}
    </WithYears>
  )
}

function Told({ year: { report, by, on } }: { readonly year: KeptYear }): ReactNode {
  const { say, date } = useLanguage()
  const voice = useAnnualVoice()
  return (
    <Card title={periodInWords(report, voice)}>
      <p>{say(`review.told.${by}`, { date: date(on) })}</p>
      <p className="quiet">{say(report.family ? 'review.family' : 'review.no-family')}</p>
    </Card>
  )
}

function Beside({ year: { beside } }: { readonly year: KeptYear }): ReactNode {
  const { say } = useLanguage()
  const voice = useAnnualVoice()
  if (beside.length === 0) return null
  return (
    <RowsCard rows={besideRows(beside, voice)}>
      <p className="quiet">{say('annual.beside.means')}</p>
    </RowsCard>
  )
}
