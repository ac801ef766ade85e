import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { ask, registrar } from '../../api.ts'
import { useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** Opens the survey for good; people are invited on a page of its own. */
export function OpenSurvey({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say, number } = useLanguage()
  const { id, state } = assessment
  const people = assessment.counted.reduce((sum, { headcount }) => sum + headcount, 0)
  const opening = useAssessmentChange(id, () =>
    ask(Assessment, registrar[':id'].open.$post({ param: { id } })),
  )
  if (state !== 'draft' && state !== 'reviewed' && state !== 'frozen') {
    return (
      <Card title={say('approve.open')}>
        <p>{say('approve.opened')}</p>
        <ToInvitations id={id} />
      </Card>
    )
  }
  return (
    <Card title={say('approve.open')}>
      <p>{say('approve.open.text')}</p>
      {state === 'frozen' && <ToInvitations id={id} />}
      <FinalButton
        label={say('approve.open.button', { people: number(people) })}
        onConfirm={() => opening.mutate(undefined)}
        loading={opening.isPending}
        disabled={state !== 'frozen'}
      />
      <RefusalNote refusal={opening.error} />
    </Card>
  )
}

function ToInvitations({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  return (
    <Link to={paths.invitations} params={{ id }} className="button-link quiet-button">
      {say('invitations.open')}
    </Link>
  )
}
