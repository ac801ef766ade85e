import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { useAgreement } from '../../agreement.ts'
import { ask, tally } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { BothSides } from '../../ui/both-sides.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/**
 * Closing is for good, and so is said above the button and by it. Before the promised last day it
 * takes both sides.
 */
export function CloseSurvey({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say, date } = useLanguage()
  const { id, closesOn } = assessment
  const navigate = useNavigate()
  const { error, ...closing } = useAgreement(assessment, 'close', async () => {
    const after = await ask(Assessment, tally[':id'].close.$post({ param: { id } }))
    if (after.state !== 'open') void navigate({ to: paths.understand, params: { id } })
    return after
  })
  const today = new Date().toISOString().slice(0, 10)
  const isEarly = closesOn === null || today < closesOn
  return (
    <Card title={say('close.title')}>
      <p>{say('close.text')}</p>
      {isEarly && closesOn && <p>{say('close.early', { date: date(closesOn) })}</p>}
      {isEarly ? (
        <BothSides {...closing} label={say('close.early.button')} />
      ) : (
        <FinalButton
          label={say('close.button')}
          loading={closing.loading}
          onConfirm={closing.onAgree}
        />
      )}
      <RefusalNote refusal={error} />
    </Card>
  )
}
