import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { KeyHolders } from '#server/trustees/contract.ts'
import type { Refused } from '../../api.ts'
import { assessmentQuery } from '../../assessment.ts'
import { keyHoldersQuery } from '../../key-holders.ts'

/** Changes the key holders and shows what came of it; an approval may have lapsed with it. */
export function useKeyHolderChange<Input>(
  id: string,
  change: (input: Input) => Promise<KeyHolders>,
) {
  const client = useQueryClient()
  return useMutation<KeyHolders, Refused, Input>({
    mutationFn: change,
    onSuccess: (keys) => {
      client.setQueryData(keyHoldersQuery(id).queryKey, keys)
      void client.invalidateQueries(assessmentQuery(id))
    },
    onError: () => client.invalidateQueries(keyHoldersQuery(id)),
  })
}
