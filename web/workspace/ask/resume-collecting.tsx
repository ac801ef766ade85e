import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { useAgreement } from '../../agreement.ts'
import { ask, registrar } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { BothSides } from '../../ui/both-sides.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { stoppedQuery } from './queries.ts'

/** After a database was put back, both sides decide whether ballots may be collected again. */
export function ResumeCollecting({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const { id } = assessment
  const client = useQueryClient()
  const { data } = useQuery(stoppedQuery(id))
  const { error, ...resuming } = useAgreement(assessment, 'resume', async () => {
    const agreed = await ask(Assessment, registrar[':id'].resume.$post({ param: { id } }))
    await client.invalidateQueries(stoppedQuery(id))
    return agreed
  })
  if (!data?.stopped) return null
  return (
    <Card title={say('resume.title')}>
      <p>{say('resume.text')}</p>
      <BothSides {...resuming} label={say('resume.button')} />
      <RefusalNote refusal={error} />
    </Card>
  )
}
