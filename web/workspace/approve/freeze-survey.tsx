import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { Job } from '#server/jobs/contract.ts'
import { ask, registrar } from '../../api.ts'
import { keyHoldersQuery } from '../../key-holders.ts'
import { useLanguage } from '../../language.tsx'
import { LongWorkNote, useLongWork } from '../../long-work.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'

/** From here on nothing changes, and the survey has its number. */
export function FreezeSurvey({
  assessment: { id, state },
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const { data: keys } = useQuery(keyHoldersQuery(id))
  const freezing = useLongWork(id, () =>
    ask(Job, registrar[':id'].freeze.$post({ param: { id } })),
  )
  if (state !== 'draft' && state !== 'reviewed') return null
  const isMissing = keys?.fault && keys.fault !== 'keys-not-tried'
  return (
    <Card title={say('freeze.title')}>
      <p>{say('freeze.text')}</p>
      {isMissing && <p>{say(`refusal.${keys.fault ?? 'keys-missing'}`)}</p>}
      <FinalButton
        label={say('freeze.button')}
        onConfirm={freezing.start}
        disabled={state !== 'reviewed' || isMissing || freezing.isUnderWay}
      />
      <LongWorkNote work={freezing} label={say('freeze.working')} />
    </Card>
  )
}
