import type { OfficeDatabase } from '../database/office.ts'
import { type Organization, OrganizationId, Role } from './contract.ts'

export interface Membership {
  readonly userId: string
  readonly name: string
  readonly role: Role
  readonly organization: Organization
}

export async function findMembership(
  db: OfficeDatabase,
  userId: string,
): Promise<Membership | undefined> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.user_id')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select([
      'user.id as user_id',
      'user.name as user_name',
      'membership.role',
      'organization.id',
      'organization.name',
      'organization.example',
    ])
    .where('membership.user_id', '=', userId)
    .executeTakeFirst()
  return (
    row && {
      userId: row.user_id,
      name: row.user_name,
      role: Role.parse(row.role),
      organization: toOrganization(row),
    }
  )
}

/** Everybody of an organization in one role, by name. */
export async function listPeople(
  db: OfficeDatabase,
  organization: OrganizationId,
  role: Role,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.user_id')
    .select(['user.id', 'user.name'])
    .where('membership.organization_id', '=', organization)
    .where('membership.role', '=', role)
    .orderBy('user.name')
    .orderBy('user.id')
    .execute()
}

export async function saveOrganization(
  db: OfficeDatabase,
  { id, name, example }: Organization,
): Promise<void> {
  await db
    .insertInto('organization')
    .values({ id, name, example: example ? 1 : 0 })
    .execute()
}

export async function findOrganization(
  db: OfficeDatabase,
  kind: 'real' | 'example',
): Promise<Organization | undefined> {
  const row = await db
    .selectFrom('organization')
    .selectAll()
    .where('example', '=', kind === 'example' ? 1 : 0)
    .executeTakeFirst()
  return row && toOrganization(row)
}

export async function saveMembership(
  db: OfficeDatabase,
  userId: string,
  organizationId: OrganizationId,
  role: Role,
): Promise<void> {
  await db
    .insertInto('membership')
    .values({ user_id: userId, organization_id: organizationId, role })
    .execute()
}

export interface DoorKey {
  readonly secretHash: string
  readonly opens: 'set-up' | 'invitation'
  readonly organizationId: OrganizationId | null
  readonly role: Role | null
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
      expires_at: key.expiresAt,
    })
    .execute()
}

export async function removeSetUpKeys(db: OfficeDatabase): Promise<void> {
  await db.deleteFrom('door_key').where('opens', '=', 'set-up').execute()
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
  return (
    row && {
      organizationId: OrganizationId.nullable().parse(row.organization_id),
      role: Role.nullable().parse(row.role),
    }
  )
}

function toOrganization(row: {
  id: string
  name: string
  example: number
}): Organization {
  return { id: OrganizationId.parse(row.id), name: row.name, example: row.example === 1 }
}
