import type { OfficeDatabase } from '../database/office.ts'
import type { OrganizationId } from './contract.ts'
import {
  hasEmployeeSide,
  lockOrganization,
  removeInvitations,
  saveMembership,
  takeDoorKey,
} from './store.ts'

/**
 * Takes an invitation and joins with it, in one step. With the first person of the employee
 * side every other link to that side ends: the organiser made them, and could use one.
 *
 * @returns false when somebody took the link first, or it has ended
 */
export function joinOrganization(
  db: OfficeDatabase,
  organization: OrganizationId,
  { userId, secretHash, now }: Joining,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await lockOrganization(transaction, organization)
    const isFirst = !(await hasEmployeeSide(transaction, organization))
    const key = await takeDoorKey(transaction, secretHash, 'invitation', now)
    if (key?.organizationId !== organization || !key.role) return false
    await saveMembership(transaction, userId, organization, key.role)
    if (isFirst && key.role === 'employee-side') {
      await removeInvitations(transaction, organization, 'employee-side')
    }
    return true
  })
}

interface Joining {
  readonly userId: string
  readonly secretHash: string
  readonly now: Date
}
