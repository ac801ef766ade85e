import type { ReactNode } from 'react'
import { restoreAnnualReport } from '#analysis/disclosure/disclose-totals.ts'
import { scorecard } from '#analysis/review/scorecard.ts'
import { useAnnualVoice } from '../../annual-reports.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { type KeptYear, WithYears } from './with-years.tsx'

/** What the program can be judged by: what is known, and what is not and who would know. */
export function ScorecardPage(): ReactNode {
  const { say } = useLanguage()
  return (
    <WithYears title={say('scorecard.title')} lead={say('scorecard.lead')}>
      {(year) => <Scorecard year={year} />}
    </WithYears>
  )
}

function Scorecard({ year }: { readonly year: KeptYear }): ReactNode {
  const { say } = useLanguage()
  const voice = useAnnualVoice()
  const report = restoreAnnualReport(year.report)
  return scorecard({ ...year, report }, voice).map(({ dimension, known, unknown }) => (
    <Card key={dimension} title={capitalized(say(`annual.dimension.${dimension}`))}>
      {known.length > 0 && (
        <ul>
          {known.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <>
          <p className="quiet">{say('annual.unknown')}</p>
          <ul className="quiet">
            {unknown.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  ))
}

const capitalized = (words: string): string =>
  words.slice(0, 1).toUpperCase() + words.slice(1)
