import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { FrontDoor } from '#server/accounts/contract.ts'
import { Assessment, Assessments } from '#server/assessments/contract.ts'
import { Job } from '#server/jobs/contract.ts'
import { accounts, ask, assessments, jobs, type Refused } from './api.ts'

/** What a visitor can do here, and who is signed in. */
export const frontDoorQuery = queryOptions({
  queryKey: ['front-door'],
  queryFn: () => ask(FrontDoor, accounts['front-door'].$get()),
})

/** After somebody else has signed in, nothing remains of what the person before could see. */
export async function forgetPerson(client: QueryClient): Promise<void> {
  const [door] = frontDoorQuery.queryKey
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== door })
  await client.invalidateQueries(frontDoorQuery)
}

export const assessmentsQuery = queryOptions({
  queryKey: ['assessments'],
  queryFn: () => ask(Assessments, assessments.index.$get()),
})

export const assessmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['assessment', id],
    queryFn: () => ask(Assessment, assessments[':id'].$get({ param: { id } })),
  })

/** Changes an assessment and shows what came of it everywhere. */
export function useAssessmentChange<Input>(
  id: string,
  change: (input: Input) => Promise<Assessment>,
) {
  const client = useQueryClient()
  return useMutation<Assessment, Refused, Input>({
    mutationFn: change,
    onSuccess: (assessment) => {
      client.setQueryData(assessmentQuery(id).queryKey, assessment)
      void client.invalidateQueries({ queryKey: assessmentsQuery.queryKey })
    },
    onError: () => client.invalidateQueries({ queryKey: ['assessment', id] }),
  })
}

/** Follows long work until it ends. */
export const jobQuery = (job: string) =>
  queryOptions({
    queryKey: ['job', job],
    queryFn: () => ask(Job, jobs[':job'].$get({ param: { job } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 400 : false),
  })
