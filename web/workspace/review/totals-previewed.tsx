import { Alert, List } from '@mantine/core'
import type { ReactNode } from 'react'
import { partOf } from '#analysis/review/annual-lines.ts'
import { lineTitle, partTitle } from '#analysis/review/line-titles.ts'
import type { TotalsPreview } from '#server/annual-reports/contract.ts'
import { useAnnualVoice } from '../../annual-reports.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { useProblemWords } from './use-problem-words.ts'
import { YearFigures } from './year-figures.tsx'

/** What totals would become, or what is wrong with them. Nothing has been kept. */
export function TotalsPreviewed({
  preview: { problems, report, beginsBefore },
  isKeeping,
  onKeep,
}: {
  readonly preview: TotalsPreview
  readonly isKeeping: boolean
  readonly onKeep: () => void
}): ReactNode {
  const { say } = useLanguage()
  const voice = useAnnualVoice()
  const wordsOf = useProblemWords()
  if (!report) {
    return (
      <Alert role="alert" className="refusal" title={say('totals.wrong')}>
        <List>
          {problems.map((problem) => (
            <List.Item key={`${problem.line} ${problem.fault}`}>
              <strong>
                {partTitle(partOf(problem.line), voice)}, {lineTitle(problem.line, voice)}
                .
              </strong>{' '}
              {wordsOf(problem)}
            </List.Item>
          ))}
        </List>
      </Alert>
    )
  }
  return (
    <>
      <Card title={say('totals.preview')}>
        <p role="status">{say('totals.preview.text')}</p>
        {beginsBefore && <p>{say('totals.before')}</p>}
      </Card>
      <YearFigures report={report} />
      <Card>
        <p>{say('totals.keep.text')}</p>
        <FinalButton label={say('totals.keep')} onConfirm={onKeep} loading={isKeeping} />
      </Card>
    </>
  )
}
