import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangePassage, MaterialText } from '#server/orientation/contract.ts'
import { ask, orientation, type Refused } from '../../api.ts'
import { orientationQuery } from '../../orientation.ts'
import { type MaterialAt, wordsQuery } from './queries.ts'

/**
 * Changes a passage; how its material stands is asked again.
 *
 * @param onKept told also when the page was left meanwhile
 */
export function usePassageChange(
  param: MaterialAt,
  onKept: () => void = () => undefined,
) {
  const client = useQueryClient()
  return useMutation<MaterialText, Refused, ChangePassage>({
    mutationFn: (json) =>
      ask(
        MaterialText,
        orientation[':id'].text[':kind'][':locale'].$put({ param, json }),
      ),
    onSuccess: (text) => {
      onKept()
      client.setQueryData(wordsQuery(param).queryKey, text)
      void client.invalidateQueries(orientationQuery(param.id))
    },
  })
}
