import { type ReactNode, useState } from 'react'
import {
  type Assessment,
  Assessment as AssessmentShape,
  isReleased,
} from '#server/assessments/contract.ts'
import { useAgreement } from '../../agreement.ts'
import { ask, results } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { BothSides } from '../../ui/both-sides.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** Both sides can give an assessment up at any time before it is published. */
export function GiveUp({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { say } = useLanguage()
  const { id, state } = assessment
  const { error, ...givingUp } = useAgreement(assessment, 'abort', () =>
    ask(AssessmentShape, results[':id'].abort.$post({ param: { id } })),
  )
  const [isOpen, setOpen] = useState(givingUp.agreed.length > 0)
  const isOver = isReleased(assessment) || state === 'aborted' || state === 'shredded'
  if (isOver) return null
  return (
    <details
      className="give-up"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{say('give-up.title')}</summary>
      <p className="quiet">{say('give-up.text')}</p>
      <BothSides {...givingUp} label={say('give-up.button')} />
      <RefusalNote refusal={error} />
    </details>
  )
}
