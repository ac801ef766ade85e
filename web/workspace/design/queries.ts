import { queryOptions } from '@tanstack/react-query'
import { Program } from '#server/programs/contract.ts'
import { ask, programs, type Refused } from '../../api.ts'

export const programQuery = (id: string) =>
  queryOptions<Program, Refused>({
    queryKey: ['program', id],
    queryFn: () => ask(Program, programs[':id'].$get({ param: { id } })),
  })
