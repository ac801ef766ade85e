import { queryOptions } from '@tanstack/react-query'
import { SpareCodes } from '#server/example/contract.ts'
import { FocusGroupSessions } from '#server/focus-groups/contract.ts'
import { InterviewOverview } from '#server/interviews/contract.ts'
import { Stopped } from '#server/registrar/contract.ts'
import { Wishes } from '#server/registrar/resets/contract.ts'
import { Participation } from '#server/tally/contract.ts'
import { ask, example, focusGroups, interviews, registrar, tally } from '../../api.ts'

export const participationQuery = (id: string) =>
  queryOptions({
    queryKey: ['participation', id],
    queryFn: () => ask(Participation, tally[':id'].participation.$get({ param: { id } })),
  })

export const stoppedQuery = (id: string) =>
  queryOptions({
    queryKey: ['stopped', id],
    queryFn: () => ask(Stopped, registrar[':id'].stopped.$get({ param: { id } })),
  })

export const wishesQuery = (id: string) =>
  queryOptions({
    queryKey: ['wishes', id],
    queryFn: () => ask(Wishes, registrar[':id'].wishes.$get({ param: { id } })),
  })

export const sessionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['focus-groups', id],
    queryFn: () => ask(FocusGroupSessions, focusGroups[':id'].$get({ param: { id } })),
  })

export const interviewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['interviews', id],
    queryFn: () => ask(InterviewOverview, interviews[':id'].$get({ param: { id } })),
  })

export const spareCodesQuery = (id: string) =>
  queryOptions({
    queryKey: ['spare-codes', id],
    queryFn: () => ask(SpareCodes, example[':id'].codes.$get({ param: { id } })),
  })
