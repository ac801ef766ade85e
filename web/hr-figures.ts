import { queryOptions } from '@tanstack/react-query'
import { Figures } from '#server/indicators/contract.ts'
import { ask, indicators, type Refused } from './api.ts'

/** The figures of the personnel office: for their own page, and beside the needs. */
export const hrFiguresQuery = (id: string) =>
  queryOptions<Figures, Refused>({
    queryKey: ['hr-figures', id],
    queryFn: () => ask(Figures, indicators[':id'].$get({ param: { id } })),
  })
