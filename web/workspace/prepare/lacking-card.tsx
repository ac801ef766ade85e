import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Assessment, isChangeable } from '#server/assessments/contract.ts'
import { lackingQuery } from '../../lacking.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

/** Everything that still keeps the survey from opening, each with what to do. */
export function LackingCard({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say, sayIf, count } = useLanguage()
  const { data } = useQuery(lackingQuery(assessment))
  if (!isChangeable(assessment) || !data) return null
  const { lacking } = data
  return (
    <Card title={say('plan.lacking')}>
      {lacking.length === 0 ? (
        <p className="good">{say('plan.lacking.none')}</p>
      ) : (
        <>
          <p>{count('plan.lacking', lacking.length)}</p>
          <ul>
            {lacking.map((code) => (
              <li key={code}>{sayIf(`refusal.${code}`)}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
