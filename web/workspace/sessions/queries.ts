import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ReachPage, Schedule } from '#server/briefings/contract.ts'
import { ask, briefings, type Refused } from '../../api.ts'

/** One session, as it is planned. */
export type Session = Schedule['briefings'][number]

/** Everything that is planned to introduce the program. */
export const scheduleQuery = (id: string) =>
  queryOptions<Schedule, Refused>({
    queryKey: ['briefings', id],
    queryFn: () => ask(Schedule, briefings[':id'].$get({ param: { id } })),
  })

export const reachQuery = (id: string) =>
  queryOptions<ReachPage, Refused>({
    queryKey: ['briefings', id, 'reach'],
    queryFn: () => ask(ReachPage, briefings[':id'].reach.$get({ param: { id } })),
  })

/** Changes what is planned or counted, and shows what came of it. */
export function useScheduleChange<Input>(
  id: string,
  change: (input: Input) => Promise<Schedule>,
) {
  const client = useQueryClient()
  const { queryKey } = scheduleQuery(id)
  return useMutation<Schedule, Refused, Input>({
    mutationFn: change,
    onSuccess: async (changed) => {
      client.setQueryData(queryKey, changed)
      await client.invalidateQueries({ queryKey: reachQuery(id).queryKey })
    },
  })
}
