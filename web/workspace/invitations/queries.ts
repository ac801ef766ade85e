import {
  queryOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { Invitations, Undelivered } from '#server/invitations/contract.ts'
import { ask, invitations, type Refused } from '../../api.ts'

const lookAgainMilliseconds = 1_000

/** How people are invited; asked again and again while mail goes out. */
export const invitationsQuery = (id: string) =>
  queryOptions<Invitations, Refused>({
    queryKey: ['invitations', id],
    queryFn: () => ask(Invitations, invitations[':id'].$get({ param: { id } })),
    refetchInterval: ({ state }) =>
      state.data?.round?.state === 'sending' ? lookAgainMilliseconds : false,
  })

/** Addresses that would not be taken, of the batch that ended in this state. */
export const undeliveredQuery = (id: string, state: string) =>
  queryOptions<Undelivered, Refused>({
    queryKey: ['invitations', id, 'undelivered', state],
    queryFn: () =>
      ask(Undelivered, invitations[':id'].undelivered.$get({ param: { id } })),
  })

/** Changes how people are invited, and shows what came of it. */
export function useInvitationChange<Input>(
  id: string,
  change: (input: Input) => Promise<Invitations>,
): UseMutationResult<Invitations, Refused, Input> {
  const client = useQueryClient()
  const { queryKey } = invitationsQuery(id)
  return useMutation<Invitations, Refused, Input>({
    mutationFn: change,
    onSuccess: (changed) => client.setQueryData(queryKey, changed),
    onError: () => client.invalidateQueries({ queryKey }),
  })
}
