import type { ReactNode } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { useAgreement } from '../../agreement.ts'
import { ask, results } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { BothSides } from '../../ui/both-sides.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** Figures that nobody has seen are published when both sides agree, once. */
export function ReleaseCard({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const { id } = assessment
  const { error, ...publishing } = useAgreement(assessment, 'release', () =>
    ask(Assessment, results[':id'].release.$post({ param: { id } })),
  )
  return (
    <Card title={say('release.title')}>
      <p>{say('release.text')}</p>
      <BothSides {...publishing} label={say('release.button')} />
      <RefusalNote refusal={error} />
    </Card>
  )
}
