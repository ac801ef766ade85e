import type { OfficeDatabase } from '../database/office.ts'
import type { OrganizationId } from './contract.ts'
import { removeInvitations, takeDoorKey } from './door-keys/store.ts'
import {
  hasEmployeeSide,
  isNameTaken,
  lockOrganization,
  saveMembership,
} from './store.ts'

/**
 * Takes an invitation and joins with it, in one step. With the first person of the employee
 * side every other link to that side ends: the organiser made them, and could use one.
 *
 * @returns why not, when somebody took the link first, it has ended, or a colleague has the name:
 * the record knows people by name
 */
export function joinOrganization(
  db: OfficeDatabase,
  organization: OrganizationId,
  { userId, name, secretHash, now }: Joining,
): Promise<'joined' | 'invitation-spent' | 'name-taken'> {
  return db.transaction().execute(async (transaction) => {
    await lockOrganization(transaction, organization)
    if (await isNameTaken(transaction, organization, name)) return 'name-taken'
    const isFirst = !(await hasEmployeeSide(transaction, organization))
    const key = await takeDoorKey(transaction, secretHash, 'invitation', now)
    if (key?.organizationId !== organization || !key.role) return 'invitation-spent'
    await saveMembership(transaction, userId, organization, key.role)
    if (isFirst && key.role === 'employee-side') {
      await removeInvitations(transaction, organization, 'employee-side')
    }
    return 'joined'
  })
}

interface Joining {
  readonly userId: string
  readonly name: string
  readonly secretHash: string
  readonly now: Date
}
