import {
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { invitations, type Refused, receive } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { invitationsQuery } from './queries.ts'

interface ToPrint {
  readonly units: readonly string[]
  readonly again: boolean
  readonly person?: string
}

/** Has envelopes made and hands them to the browser to keep; the page keeps nothing of them. */
export function usePrinting(id: string): UseMutationResult<void, Refused, ToPrint> {
  const { locale } = useLanguage()
  const client = useQueryClient()
  return useMutation<void, Refused, ToPrint>({
    mutationFn: async ({ units, again, person }) => {
      const file = await receive(
        invitations[':id'].envelopes.$post({
          param: { id },
          json: {
            units: [...units],
            language: locale,
            again,
            ...(person !== undefined && { person }),
          },
        }),
      )
      save(file)
    },
    onSettled: () => client.invalidateQueries(invitationsQuery(id)),
  })
}

function save(file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.type === 'application/pdf' ? 'envelopes.pdf' : 'envelopes.zip'
  link.click()
  URL.revokeObjectURL(link.href)
}
