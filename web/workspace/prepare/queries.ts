import { queryOptions } from '@tanstack/react-query'
import { Publication } from '#server/assessments/ahead/contract.ts'
import type { Assessment } from '#server/assessments/contract.ts'
import { Examinations } from '#server/examinations/contract.ts'
import { ask, assessments, examinations } from '../../api.ts'

type Planned = Pick<Assessment, 'id' | 'revision' | 'state'>

/** What could ever be published of it. */
export const publicationQuery = ({ id, revision, state }: Planned) =>
  queryOptions({
    queryKey: ['publication', id, revision, state],
    queryFn: () =>
      ask(Publication, assessments[':id'].publication.$get({ param: { id } })),
  })

/** What the organization has recorded of the questions. */
export const examinationsQuery = queryOptions({
  queryKey: ['examinations'],
  queryFn: () => ask(Examinations, examinations.index.$get()),
})
