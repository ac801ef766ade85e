import { queryOptions } from '@tanstack/react-query'
import { Orientation } from '#server/orientation/contract.ts'
import { ask, orientation, type Refused } from './api.ts'

export const orientationQuery = (id: string) =>
  queryOptions<Orientation, Refused>({
    queryKey: ['orientation', id],
    queryFn: () => ask(Orientation, orientation[':id'].$get({ param: { id } })),
  })
