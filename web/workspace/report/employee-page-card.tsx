import type { ReactNode } from 'react'
import {
  type Assessment,
  isChangeable,
  isReleased,
} from '#server/assessments/contract.ts'
import type { Reports } from '#server/reports/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

/** Where all employees read the results, and what stands there now. */
export function EmployeePageCard({
  assessment,
  page,
}: {
  readonly assessment: Assessment
  readonly page: Reports['page']
}): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('reports.page')}>
      <p>{say('reports.page.text')}</p>
      <Standing assessment={assessment} page={page} />
      {!isChangeable(assessment) && (
        <p>
          <a href={page.address} target="_blank" rel="noreferrer">
            {page.address}
          </a>
        </p>
      )}
    </Card>
  )
}

function Standing({
  assessment,
  page: { programOn },
}: {
  readonly assessment: Assessment
  readonly page: Reports['page']
}): ReactNode {
  const { say, date } = useLanguage()
  if (!isReleased(assessment)) {
    const { resultsBy } = assessment
    return resultsBy && <p>{say('reports.page.waiting', { date: date(resultsBy) })}</p>
  }
  return (
    <>
      <p>{say('reports.page.now', { date: date(assessment.releasedOn) })}</p>
      <p>
        {programOn
          ? say('reports.page.will', { date: date(programOn) })
          : say('reports.page.open')}
      </p>
    </>
  )
}
