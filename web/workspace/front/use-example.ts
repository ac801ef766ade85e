import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Assessments } from '#server/assessments/contract.ts'
import { Job } from '#server/jobs/contract.ts'
import { ask, assessments, example, Refused, settle } from '../../api.ts'
import { forgetPerson, jobQuery } from '../../assessment.ts'
import type { No } from '../../ui/refusal.tsx'

/** Signs a visitor into the example and fills it, unless it is filled already. */
export function useExample() {
  const client = useQueryClient()
  const start = useMutation({
    mutationFn: async () => {
      await settle(example.visit.$post({ json: { as: 'organiser' } }))
      await forgetPerson(client)
      const existing = await ask(Assessments, assessments.index.$get())
      return existing.length > 0 ? null : ask(Job, example.fill.$post())
    },
  })
  const { data: job } = useQuery({
    ...jobQuery(start.data?.id ?? ''),
    enabled: Boolean(start.data),
  })
  const current = job ?? start.data
  return {
    begin: () => start.mutate(),
    job:
      start.isSuccess && start.data === null ? ({ state: 'finished' } as const) : current,
    refusal: refusalOf(start.error, current),
  }
}

function refusalOf(
  error: Error | null,
  job: { readonly state: string; readonly code?: string } | null | undefined,
): No | null {
  if (error) return error instanceof Refused ? error : new Refused('internal-error')
  return job?.state === 'failed' ? new Refused(job.code ?? 'internal-error') : null
}
