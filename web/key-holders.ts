import { queryOptions } from '@tanstack/react-query'
import { KeyHolders } from '#server/trustees/contract.ts'
import { ask, trustees } from './api.ts'

/** Who holds the keys, and what is missing yet. */
export const keyHoldersQuery = (id: string) =>
  queryOptions({
    queryKey: ['key-holders', id],
    queryFn: () => ask(KeyHolders, trustees[':id'].$get({ param: { id } })),
  })
