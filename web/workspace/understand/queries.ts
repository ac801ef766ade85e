import { queryOptions } from '@tanstack/react-query'
import { Results } from '#server/results/contract.ts'
import { ask, type Refused, results } from '../../api.ts'

export const resultsQuery = (id: string) =>
  queryOptions<Results, Refused>({
    queryKey: ['results', id],
    queryFn: () => ask(Results, results[':id'].$get({ param: { id } })),
  })
