import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { Portfolio, Program } from '#server/programs/contract.ts'
import { ask, programs, type Refused } from './api.ts'

export const programQuery = (id: string) =>
  queryOptions<Program, Refused>({
    queryKey: ['program', id],
    queryFn: () => ask(Program, programs[':id'].$get({ param: { id } })),
  })

export const portfolioQuery = (id: string, budget: number) =>
  queryOptions<Portfolio, Refused>({
    queryKey: ['program', id, 'portfolio', budget],
    queryFn: () => {
      const query = { budget: String(budget) }
      return ask(Portfolio, programs[':id'].portfolio.$get({ param: { id }, query }))
    },
    placeholderData: keepPreviousData,
  })
