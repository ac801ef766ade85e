import { queryOptions } from '@tanstack/react-query'
import { Job } from '#server/jobs/contract.ts'
import { Reports } from '#server/reports/contract.ts'
import { ask, type Refused, reports } from '../../api.ts'

export const reportsQuery = (id: string) =>
  queryOptions<Reports, Refused>({
    queryKey: ['reports', id],
    queryFn: () => ask(Reports, reports[':id'].$get({ param: { id } })),
  })

export const makeReports = (id: string): Promise<Job> =>
  ask(Job, reports[':id'].make.$post({ param: { id } }))
