import { queryOptions } from '@tanstack/react-query'
import { KeyDoor } from '#server/trustees/contract.ts'
import { ask, keyDoor, type Refused } from '../../api.ts'

/** What a key holder finds behind the link. Looked at again now and then: others act too. */
export const keyDoorQuery = (secret: string) =>
  queryOptions<KeyDoor, Refused>({
    queryKey: ['key-door', secret],
    queryFn: () => ask(KeyDoor, keyDoor.look.$post({ json: { secret } })),
    refetchInterval: 20_000,
  })
