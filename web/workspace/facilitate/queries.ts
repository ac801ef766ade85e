import { queryOptions } from '@tanstack/react-query'
import { Studies } from '#server/assessments/contract.ts'
import { OpenTalk, Talks } from '#server/interviews/contract.ts'
import { ask, focusGroups, type Refused, talks } from '../../api.ts'

export const studiesQuery = queryOptions({
  queryKey: ['studies'],
  queryFn: () => ask(Studies, focusGroups.index.$get()),
})

export const talksQuery = (id: string) =>
  queryOptions<Talks, Refused>({
    queryKey: ['talks', id],
    queryFn: () => ask(Talks, talks[':id'].$get({ param: { id } })),
  })

export const talkQuery = (id: string, interview: string) =>
  queryOptions<OpenTalk, Refused>({
    queryKey: ['talks', id, interview],
    queryFn: () =>
      ask(OpenTalk, talks[':id'][':interview'].$get({ param: { id, interview } })),
  })
