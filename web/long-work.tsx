import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import type { Job } from '#server/jobs/contract.ts'
import { Refused } from './api.ts'
import { jobQuery } from './assessment.ts'
import { RefusalNote } from './ui/refusal.tsx'
import { WorkProgress } from './ui/work-progress.tsx'

/** Long work of the server that a page started: it goes on when the page is left. */
export interface LongWork {
  readonly start: () => void
  readonly job: Job | undefined
  readonly error: Refused | null
  /** asked for, running or done: nothing to start again */
  readonly isUnderWay: boolean
}

/** Starts long work and follows it; at its end everything about the assessment is asked anew. */
export function useLongWork(id: string, begin: () => Promise<Job>): LongWork {
  const client = useQueryClient()
  const starting = useMutation<Job, Refused>({ mutationFn: begin })
  const { data } = useQuery({
    ...jobQuery(starting.data?.id ?? ''),
    enabled: Boolean(starting.data),
  })
  const job = data ?? starting.data
  const hasEnded = job !== undefined && job.state !== 'running'

  useEffect(() => {
    if (!hasEnded) return
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === id })
  }, [hasEnded, client, id])

  return {
    start: () => starting.mutate(),
    job,
    error: starting.error ?? (job?.state === 'failed' ? new Refused(job.code) : null),
    isUnderWay:
      starting.isPending || job?.state === 'running' || job?.state === 'finished',
  }
}

/** How far the work is, or why it stopped. */
export function LongWorkNote({
  work: { job, error },
  label,
}: {
  readonly work: LongWork
  readonly label: string
}): ReactNode {
  return (
    <>
      {job?.state === 'running' && <WorkProgress done={job.done} label={label} />}
      <RefusalNote refusal={error} />
    </>
  )
}
