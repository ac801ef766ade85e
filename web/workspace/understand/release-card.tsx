import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Job } from '#server/jobs/contract.ts'
import { ask, Refused, results } from '../../api.ts'
import { assessmentQuery, jobQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { WorkProgress } from '../../ui/work-progress.tsx'

/** Counting and publishing happen once; the sentence above the button says what follows. */
export function ReleaseCard({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const starting = useMutation<Job, Refused>({
    mutationFn: () => ask(Job, results[':id'].release.$post({ param: { id } })),
  })
  const { data } = useQuery({
    ...jobQuery(starting.data?.id ?? ''),
    enabled: Boolean(starting.data),
  })
  const job = data ?? starting.data
  const isFinished = job?.state === 'finished'

  useEffect(() => {
    if (isFinished) void client.invalidateQueries(assessmentQuery(id))
  }, [isFinished, client, id])

  return (
    <Card title={say('release.title')}>
      <p>{say('release.text')}</p>
      <FinalButton
        label={say('release.button')}
        onConfirm={() => starting.mutate()}
        loading={starting.isPending}
        disabled={job?.state === 'running' || isFinished}
      />
      {job?.state === 'running' && (
        <WorkProgress done={job.done} label={say('release.working')} />
      )}
      <RefusalNote
        refusal={
          starting.error ?? (job?.state === 'failed' ? new Refused(job.code) : null)
        }
      />
    </Card>
  )
}
