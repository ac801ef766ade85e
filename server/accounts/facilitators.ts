import type { Services } from '../services.ts'
import type { SignedIn } from './access.ts'
import { listPeople } from './store.ts'

/** Those who may hold groups and interviews in somebody's organization, by name. */
export async function facilitatorsFor(
  { db }: Pick<Services, 'db'>,
  { organization }: SignedIn,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return listPeople(db, organization.id, 'facilitator')
}
