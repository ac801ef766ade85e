import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { Job } from '#server/jobs/contract.ts'
import { ask, example, tally } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { LongWorkNote, useLongWork } from '../../long-work.tsx'
import { Card } from '../../ui/card.tsx'

/** The organiser hands the key holders what they open. In an example, invented ones can do it. */
export function UnsealCard({
  assessment: { id, state, example: isExample },
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const unsealing = useLongWork(id, () =>
    ask(Job, tally[':id'].unseal.$post({ param: { id } })),
  )
  const invented = useLongWork(id, () =>
    ask(Job, example[':id'].unseal.$post({ param: { id } })),
  )
  const isBusy = unsealing.isUnderWay || invented.isUnderWay
  return (
    <Card title={say('unseal.title')}>
      <p>{say('unseal.text')}</p>
      <div className="row">
        {state === 'closed' && (
          <Button onClick={unsealing.start} disabled={isBusy}>
            {say('unseal.button')}
          </Button>
        )}
        {isExample && (
          <Button variant="default" onClick={invented.start} disabled={isBusy}>
            {say('unseal.example')}
          </Button>
        )}
      </div>
      <LongWorkNote work={unsealing} label={say('unseal.working')} />
      <LongWorkNote work={invented} label={say('unseal.working')} />
    </Card>
  )
}
