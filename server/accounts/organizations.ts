import type { Services } from '../services.ts'
import type { Organization } from './contract.ts'
import { listOrganizations } from './store.ts'

/** Every organization this office holds: the real one, and the example. */
export async function everyOrganization({
  db,
}: Pick<Services, 'db'>): Promise<readonly Organization[]> {
  return listOrganizations(db)
}
