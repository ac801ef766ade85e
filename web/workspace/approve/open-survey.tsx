import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { CodeSheet } from '#server/registrar/contract.ts'
import { ask, type Refused, registrar } from '../../api.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { CodesToPrint } from './codes-to-print.tsx'

/** Opens the survey for good and shows the codes this once. */
export function OpenSurvey({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say, number } = useLanguage()
  const client = useQueryClient()
  const { id, state } = assessment
  const people = assessment.counted.reduce((sum, { headcount }) => sum + headcount, 0)
  const opening = useMutation<CodeSheet, Refused>({
    mutationFn: () => ask(CodeSheet, registrar[':id'].open.$post({ param: { id } })),
    onSuccess: () => client.invalidateQueries(assessmentQuery(id)),
  })
  if (opening.data) return <CodesToPrint sheet={opening.data} assessment={assessment} />
  if (state !== 'draft') {
    return (
      <Card title={say('approve.open')}>
        <p>{say('approve.opened')}</p>
      </Card>
    )
  }
  return (
    <Card title={say('approve.open')}>
      <p>{say('approve.open.text')}</p>
      {!assessment.example && <p>{say('refusal.only-examples-can-open')}</p>}
      <FinalButton
        label={say('approve.open.button', { people: number(people) })}
        onConfirm={() => opening.mutate()}
        loading={opening.isPending}
        disabled={!assessment.example || assessment.approvedBy === null}
      />
      <RefusalNote refusal={opening.error} />
    </Card>
  )
}
