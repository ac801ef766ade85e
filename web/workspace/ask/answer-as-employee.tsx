import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { useLanguage } from '../../language.tsx'
import { answerPath } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { spareCodesQuery } from './queries.ts'

/** In the example, a visitor may answer in the place of an invented employee. */
export function AnswerAsEmployee({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const { data: codes } = useQuery(spareCodesQuery(assessment.id))
  if (!codes?.length) return null
  return (
    <Card title={say('ask.try')}>
      <p>{say('ask.try.text')}</p>
      <ul className="inline-list">
        {codes.map(({ unit, code }) => (
          <li key={code}>
            <a href={answerPath(assessment.id, code)} target="_blank" rel="noreferrer">
              {unit}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
