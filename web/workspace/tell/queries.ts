import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { MaterialKind } from '#analysis/orientation/material-kinds.ts'
import { MaterialText, type Orientation } from '#server/orientation/contract.ts'
import type { Locale } from '#surveys/locale.ts'
import { ask, orientation, type Refused } from '../../api.ts'
import { orientationQuery } from '../../orientation.ts'

/**
 * Changes what people are told, and shows how every material stands then.
 *
 * @param onKept told also when the page was left meanwhile
 */
export function useOrientationChange<Input>(
  id: string,
  change: (input: Input) => Promise<Orientation>,
  onKept: () => void = () => undefined,
) {
  const client = useQueryClient()
  return useMutation<Orientation, Refused, Input>({
    mutationFn: change,
    onSuccess: (changed) => {
      onKept()
      client.setQueryData(orientationQuery(id).queryKey, changed)
    },
  })
}

/** One sentence of a material, with what somebody wrote in its place. */
export type PassageToChange = MaterialText['sections'][number]['passages'][number]

/** One material in one language. */
export interface MaterialAt {
  readonly id: string
  readonly kind: MaterialKind
  readonly locale: Locale
}

export const wordsQuery = (param: MaterialAt) =>
  queryOptions<MaterialText, Refused>({
    queryKey: ['material-words', param.id, param.kind, param.locale],
    queryFn: () =>
      ask(MaterialText, orientation[':id'].text[':kind'][':locale'].$get({ param })),
  })
