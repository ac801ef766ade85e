import {
  queryOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { Agreement, CodingStudy, Suggestions, Themes } from '#server/coding/contract.ts'
import { ask, coding, type Refused } from '../../api.ts'

export const studyQuery = (id: string) =>
  queryOptions<CodingStudy, Refused>({
    queryKey: ['coding', id],
    queryFn: () => ask(CodingStudy, coding[':id'].$get({ param: { id } })),
  })

export const suggestionsQuery = (id: string) =>
  queryOptions<Suggestions, Refused>({
    queryKey: ['coding', id, 'suggestions'],
    queryFn: () => ask(Suggestions, coding[':id'].suggestions.$get({ param: { id } })),
    staleTime: 60_000,
  })

export const agreementQuery = (id: string) =>
  queryOptions<Agreement, Refused>({
    queryKey: ['coding', id, 'agreement'],
    queryFn: () => ask(Agreement, coding[':id'].agreement.$get({ param: { id } })),
    retry: false,
  })

export const themesQuery = (id: string) =>
  queryOptions<Themes, Refused>({
    queryKey: ['coding', id, 'themes'],
    queryFn: () => ask(Themes, coding[':id'].themes.$get({ param: { id } })),
  })

/** Takes the study a step on, and asks for everything about it anew. */
export function useStudyStep(
  id: string,
  step: 'begin' | 'join' | 'finish' | 'lock',
): UseMutationResult<CodingStudy, Refused, void> {
  const client = useQueryClient()
  return useMutation<CodingStudy, Refused, void>({
    mutationFn: () => ask(CodingStudy, coding[':id'][step].$post({ param: { id } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['coding', id] }),
  })
}

/** Changes something of the themes, and shows what came of it. */
export function useThemesChange<Input>(
  id: string,
  change: (input: Input) => Promise<Themes>,
): UseMutationResult<Themes, Refused, Input> {
  const client = useQueryClient()
  return useMutation<Themes, Refused, Input>({
    mutationFn: change,
    onSuccess: (themes) => client.setQueryData(themesQuery(id).queryKey, themes),
  })
}
