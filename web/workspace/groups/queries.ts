import {
  queryOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { SeatsOfGroups } from '#server/group-seats/contract.ts'
import { GroupsOfAssessment, Readiness } from '#server/group-studies/contract.ts'
import { ask, groupSeats, groupStudies, type Refused } from '../../api.ts'

/** What is planned of the groups of an assessment. */
export const groupsQuery = (id: string) =>
  queryOptions<GroupsOfAssessment, Refused>({
    queryKey: ['groups', id],
    queryFn: () => ask(GroupsOfAssessment, groupStudies[':id'].$get({ param: { id } })),
  })

/** Where seats are taken, and how full the groups are. */
export const seatsQuery = (id: string) =>
  queryOptions<SeatsOfGroups, Refused>({
    queryKey: ['groups', id, 'seats'],
    queryFn: () => ask(SeatsOfGroups, groupSeats[':id'].$get({ param: { id } })),
  })

export const readinessQuery = queryOptions<Readiness, Refused>({
  queryKey: ['groups', 'readiness'],
  queryFn: () => ask(Readiness, groupStudies.readiness.$get()),
})

/** Changes what is planned, and shows what came of it. */
export function useGroupsChange<Input>(
  id: string,
  change: (input: Input) => Promise<GroupsOfAssessment>,
): UseMutationResult<GroupsOfAssessment, Refused, Input> {
  const client = useQueryClient()
  const { queryKey } = groupsQuery(id)
  return useMutation<GroupsOfAssessment, Refused, Input>({
    mutationFn: change,
    onSuccess: async (changed) => {
      client.setQueryData(queryKey, changed)
      await client.invalidateQueries({ queryKey: seatsQuery(id).queryKey })
    },
    onError: () => client.invalidateQueries({ queryKey }),
  })
}
