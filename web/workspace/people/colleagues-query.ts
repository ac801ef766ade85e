import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { Colleagues } from '#server/accounts/contract.ts'
import { accounts, ask, type Refused } from '../../api.ts'

/** Who works here. */
export const colleaguesQuery = queryOptions<Colleagues, Refused>({
  queryKey: ['colleagues'],
  queryFn: () => ask(Colleagues, accounts.people.$get()),
})

/** Does something about colleagues, and shows what came of it. */
export function useColleagueChange<Result>(change: () => Promise<Result>) {
  const client = useQueryClient()
  return useMutation<Result, Refused>({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: colleaguesQuery.queryKey }),
  })
}
