import { queryOptions } from '@tanstack/react-query'
import { Lacking } from '#server/assessments/ahead/contract.ts'
import type { Assessment } from '#server/assessments/contract.ts'
import { ask, assessments } from './api.ts'

type Planned = Pick<Assessment, 'id' | 'revision' | 'dutyRead' | 'state'>

/** What a plan still lacks; asked anew with each change of it. */
export const lackingQuery = ({ id, revision, dutyRead, state }: Planned) =>
  queryOptions({
    queryKey: ['lacking', id, revision, state, dutyRead.length],
    queryFn: () => ask(Lacking, assessments[':id'].lacking.$get({ param: { id } })),
  })
