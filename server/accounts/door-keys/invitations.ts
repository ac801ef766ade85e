import type { OfficeDatabase } from '../../database/office.ts'
import type { Organization, Role } from '../contract.ts'
import { findOrganizationById } from '../store.ts'
import { findInvitationKey } from './store.ts'

/** What an invitation says, while it holds. */
export async function findInvitation(
  db: OfficeDatabase,
  secretHash: string,
  now: Date,
): Promise<
  | { readonly email: string; readonly role: Role; readonly organization: Organization }
  | undefined
> {
  const key = await findInvitationKey(db, secretHash, now)
  if (!key?.email || !key.role || !key.organizationId) return undefined
  const organization = await findOrganizationById(db, key.organizationId)
  return organization && { email: key.email, role: key.role, organization }
}
