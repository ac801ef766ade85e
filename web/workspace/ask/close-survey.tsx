import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { ask, tally } from '../../api.ts'
import { useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** Closing is for good, and so is said above the button and by it. */
export function CloseSurvey({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const navigate = useNavigate()
  const { id } = assessment
  const closing = useAssessmentChange(id, () =>
    ask(Assessment, tally[':id'].close.$post({ param: { id } })),
  )
  return (
    <Card title={say('close.title')}>
      <p>{say('close.text')}</p>
      <FinalButton
        label={say('close.button')}
        loading={closing.isPending}
        onConfirm={() =>
          closing.mutate(undefined, {
            onSuccess: () => void navigate({ to: paths.understand, params: { id } }),
          })
        }
      />
      <RefusalNote refusal={closing.error} />
    </Card>
  )
}
