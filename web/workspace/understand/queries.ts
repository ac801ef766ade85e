import { queryOptions } from '@tanstack/react-query'
import { Results, Sources } from '#server/results/contract.ts'
import { Unsealing } from '#server/tally/contract.ts'
import { ask, type Refused, results, tally } from '../../api.ts'

export const resultsQuery = (id: string) =>
  queryOptions<Results, Refused>({
    queryKey: ['results', id],
    queryFn: () => ask(Results, results[':id'].$get({ param: { id } })),
  })

/** How far the sources beside the survey are, released or not. */
export const sourcesQuery = (id: string) =>
  queryOptions<Sources, Refused>({
    queryKey: ['sources', id],
    queryFn: () => ask(Sources, results[':id'].sources.$get({ param: { id } })),
  })

/** How far the opening is, asked again every other second until there is none any more. */
export const unsealingQuery = (id: string) =>
  queryOptions<Unsealing, Refused>({
    queryKey: ['unsealing', id],
    queryFn: () => ask(Unsealing, tally[':id'].unsealing.$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.error ? false : 2_000),
    retry: false,
  })
