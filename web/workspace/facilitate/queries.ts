import { queryOptions } from '@tanstack/react-query'
import { Studies } from '#server/assessments/contract.ts'
import { ask, focusGroups } from '../../api.ts'

export const studiesQuery = queryOptions({
  queryKey: ['studies'],
  queryFn: () => ask(Studies, focusGroups.index.$get()),
})
