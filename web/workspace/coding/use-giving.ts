import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CodeId } from '#analysis/coding/codebook.ts'
import { type CodingStudy, GivenCodes } from '#server/coding/contract.ts'
import { ask, coding, type Refused } from '../../api.ts'
import { studyQuery, suggestionsQuery } from './queries.ts'

export interface Giving {
  readonly give: (segment: string, codes: readonly CodeId[]) => void
  readonly error: Refused | null
  readonly isPending: boolean
}

/** After so many segments what was learned is learned anew. */
const learnAgainAfter = 5

/** Gives codes: shown at once, sent one after the other, and taken back where they are refused. */
export function useGiving(id: string): Giving {
  const client = useQueryClient()
  const { queryKey } = studyQuery(id)
  const show = (segment: string, codes: readonly CodeId[]): void => {
    client.setQueryData<CodingStudy>(queryKey, (study) =>
      study
        ? {
            ...study,
            segments: study.segments.map((one) =>
              one.id === segment ? { ...one, codes } : one,
            ),
          }
        : study,
    )
  }
  const sending = useMutation<
    GivenCodes,
    Refused,
    { readonly segment: string; readonly codes: readonly CodeId[] }
  >({
    scope: { id: `coding ${id}` },
    mutationFn: ({ segment, codes }) =>
      ask(
        GivenCodes,
        coding[':id'].segments[':segment'].$put({
          param: { id, segment },
          json: { codes: [...codes] },
        }),
      ),
    onError: () => client.invalidateQueries({ queryKey, exact: true }),
    onSuccess: () => {
      const study = client.getQueryData<CodingStudy>(queryKey)
      const done = study?.segments.filter(({ codes }) => codes).length ?? 0
      if (done % learnAgainAfter !== 0) return
      return client.invalidateQueries({ queryKey: suggestionsQuery(id).queryKey })
    },
  })
  return {
    give: (segment, codes) => {
      show(segment, codes)
      sending.mutate({ segment, codes })
    },
    error: sending.error,
    isPending: sending.isPending,
  }
}
