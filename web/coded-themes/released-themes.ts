import { queryOptions } from '@tanstack/react-query'
import { ReleasedThemes } from '#server/coding/contract.ts'
import { ask, coding, type Refused } from '../api.ts'

/** What both sides may read of the focus groups: nothing before it is locked. */
export const releasedThemesQuery = (id: string) =>
  queryOptions<ReleasedThemes, Refused>({
    queryKey: ['released-themes', id],
    queryFn: () => ask(ReleasedThemes, coding[':id'].released.$get({ param: { id } })),
  })
