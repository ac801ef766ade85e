import { queryOptions } from '@tanstack/react-query'
import { Instruments } from '#server/instruments/contract.ts'
import { ask, instruments, type Refused } from '../../api.ts'

/** The questionnaires from elsewhere that are kept. */
export const instrumentsQuery = (id: string) =>
  queryOptions<Instruments, Refused>({
    queryKey: ['instruments', id],
    queryFn: () => ask(Instruments, instruments[':id'].$get({ param: { id } })),
  })
