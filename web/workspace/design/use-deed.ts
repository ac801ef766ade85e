import {
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { Program } from '#server/programs/contract.ts'
import { ask, type Refused } from '../../api.ts'
import { logQuery, programQuery } from '../../programs.ts'

/** Does something to the program; afterwards every page knows how it stands. */
export function useDeed<Told>(
  id: string,
  send: (told: Told) => Parameters<typeof ask>[1],
  onDone: () => void = () => {},
): UseMutationResult<Program, Refused, Told> {
  const client = useQueryClient()
  return useMutation<Program, Refused, Told>({
    mutationFn: (told) => ask(Program, send(told)),
    onSuccess: (program) => {
      client.setQueryData(programQuery(id).queryKey, program)
      void client.invalidateQueries({ queryKey: logQuery(id).queryKey })
      void client.invalidateQueries({ queryKey: ['orientation', id] })
      onDone()
    },
    onError: ({ code }) => {
      // Somebody else was first: what they did is shown beside the refusal.
      if (code !== 'program-changed-meanwhile' && code !== 'gate-says-no') return
      void client.invalidateQueries({ queryKey: programQuery(id).queryKey })
    },
  })
}
