import type { OfficeDatabase } from '../../database/office.ts'
import { OrganizationId, Role } from '../contract.ts'

/** A one-time link, by the hash of its secret. */
export interface DoorKey {
  readonly secretHash: string
  readonly opens: 'set-up' | 'invitation'
  readonly organizationId: OrganizationId | null
  readonly role: Role | null
  readonly email: string | null
  readonly expiresAt: string
}

export async function saveDoorKey(db: OfficeDatabase, key: DoorKey): Promise<void> {
  await db
    .insertInto('door_key')
    .values({
      secret_hash: key.secretHash,
      opens: key.opens,
      organization_id: key.organizationId,
      role: key.role,
      email: key.email,
      expires_at: key.expiresAt,
    })
    .execute()
}

/** Ends every link to a role that nobody has used. */
export async function removeInvitations(
  db: OfficeDatabase,
  organization: OrganizationId,
  role: Role,
): Promise<void> {
  await db
    .deleteFrom('door_key')
    .where('opens', '=', 'invitation')
    .where('organization_id', '=', organization)
    .where('role', '=', role)
    .execute()
}

/** Ends every link to join that nobody has used. */
export async function removeEveryInvitation(
  db: OfficeDatabase,
  organization: OrganizationId,
): Promise<void> {
  await db
    .deleteFrom('door_key')
    .where('opens', '=', 'invitation')
    .where('organization_id', '=', organization)
    .execute()
}

export async function removeSetUpKeys(db: OfficeDatabase): Promise<void> {
  await db.deleteFrom('door_key').where('opens', '=', 'set-up').execute()
}

/** The link to join that a secret opens, while it holds. */
export async function findInvitationKey(
  db: OfficeDatabase,
  secretHash: string,
  now: Date,
): Promise<Pick<DoorKey, 'organizationId' | 'role' | 'email'> | undefined> {
  const row = await db
    .selectFrom('door_key')
    .select(['email', 'role', 'organization_id'])
    .where('secret_hash', '=', secretHash)
    .where('opens', '=', 'invitation')
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return row && { email: row.email, ...whereItLeads(row) }
}

/** Takes a key out of the lock: the first to call gets it, everybody after gets nothing. */
export async function takeDoorKey(
  db: OfficeDatabase,
  secretHash: string,
  opens: DoorKey['opens'],
  now: Date,
): Promise<Pick<DoorKey, 'organizationId' | 'role'> | undefined> {
  const row = await db
    .deleteFrom('door_key')
    .where('secret_hash', '=', secretHash)
    .where('opens', '=', opens)
    .where('expires_at', '>', now.toISOString())
    .returning(['organization_id', 'role'])
    .executeTakeFirst()
  return row && whereItLeads(row)
}

function whereItLeads(row: {
  readonly organization_id: string | null
  readonly role: string | null
}): Pick<DoorKey, 'organizationId' | 'role'> {
  return {
    organizationId: OrganizationId.nullable().parse(row.organization_id),
    role: Role.nullable().parse(row.role),
  }
}
