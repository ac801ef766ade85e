import type { OfficeDatabase } from '../database/office.ts'
import { type Organization, OrganizationId, Role, type SecondRole } from './contract.ts'

export interface Membership {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly organization: Organization
  /** `elsewhere`: whoever signs them in answers for it */
  readonly secondFactor: 'on' | 'off' | 'elsewhere'
  /** the organization's rule */
  readonly secondFactorFrom: string | null
}

export async function findMembership(
  db: OfficeDatabase,
  userId: string,
): Promise<Membership | undefined> {
  const [membership] = await listMemberships(db, 'membership.user_id', userId)
  return membership
}

/** Everybody of an organization, by name. */
export async function listColleagues(
  db: OfficeDatabase,
  organization: OrganizationId,
): Promise<readonly Membership[]> {
  return listMemberships(db, 'membership.organization_id', organization)
}

async function listMemberships(
  db: OfficeDatabase,
  column: 'membership.user_id' | 'membership.organization_id',
  value: string,
): Promise<readonly Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.user_id')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .leftJoin('account', (join) =>
      join
        .onRef('account.userId', '=', 'user.id')
        .on('account.providerId', '=', 'credential'),
    )
    .select([
      'user.id as user_id',
      'user.name as user_name',
      'user.email',
      'user.twoFactorEnabled as has_second_factor',
      'account.userId as with_password',
      'organization.id',
      'organization.name',
      'organization.example',
      'organization.second_factor_from',
    ])
    .where(column, '=', value)
    .orderBy('user.name')
    .orderBy('user.id')
    .execute()
  const held = await rolesHeldBy(
    db,
    rows.map(({ user_id }) => user_id),
  )
  return rows.map((row) => ({
    userId: row.user_id,
    name: row.user_name,
    email: row.email,
    roles: held.filter(({ user_id }) => user_id === row.user_id).map(({ role }) => role),
    organization: toOrganization(row),
    secondFactor: row.has_second_factor ? 'on' : row.with_password ? 'off' : 'elsewhere',
    secondFactorFrom: row.second_factor_from,
  }))
}

async function rolesHeldBy(db: OfficeDatabase, users: readonly string[]) {
  if (users.length === 0) return []
  const rows = await db
    .selectFrom('held_role')
    .select(['user_id', 'role'])
    .where('user_id', 'in', users)
    .execute()
  return rows
    .map(({ user_id, role }) => ({ user_id, role: Role.parse(role) }))
    .toSorted((one, other) => order(one.role) - order(other.role))
}

const order = (role: Role): number => Role.options.indexOf(role)

/** Everybody of an organization in one role, by name. */
export async function listPeople(
  db: OfficeDatabase,
  organization: OrganizationId,
  role: Role,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.user_id')
    .innerJoin('held_role', 'held_role.user_id', 'membership.user_id')
    .select(['user.id', 'user.name'])
    .where('membership.organization_id', '=', organization)
    .where('held_role.role', '=', role)
    .orderBy('user.name')
    .orderBy('user.id')
    .execute()
}

/** Whether a colleague goes by a name, or went by it, however it is spaced or capitalised. */
export async function isNameTaken(
  db: OfficeDatabase,
  organization: OrganizationId,
  name: string,
): Promise<boolean> {
  const all = await listColleagues(db, organization)
  const former = await db
    .selectFrom('former_colleague')
    .innerJoin('user', 'user.id', 'former_colleague.user_id')
    .select('user.name')
    .where('former_colleague.organization_id', '=', organization)
    .execute()
  return [...all, ...former].some((one) => readAs(one.name) === readAs(name))
}

/**
 * Ends an account, in a transaction of the caller's. What remains is the name, which everything
 * they did refers to; their address is free for somebody who is invited with it.
 */
export async function endAccount(
  db: OfficeDatabase,
  { userId, organization }: Pick<Membership, 'userId' | 'organization'>,
): Promise<void> {
  for (const table of ['session', 'account', 'twoFactor'] as const) {
    await db.deleteFrom(table).where('userId', '=', userId).execute()
  }
  for (const table of ['held_role', 'membership'] as const) {
    await db.deleteFrom(table).where('user_id', '=', userId).execute()
  }
  await db.deleteFrom('verification').where('value', '=', userId).execute()
  await db
    .updateTable('user')
    .set({ email: `${userId}@left.invalid`, twoFactorEnabled: 0 })
    .where('id', '=', userId)
    .execute()
  await db
    .insertInto('former_colleague')
    .values({ user_id: userId, organization_id: organization.id })
    .execute()
}

const readAs = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Whether somebody speaks for the employees. */
export async function hasEmployeeSide(
  db: OfficeDatabase,
  organization: OrganizationId,
): Promise<boolean> {
  return (await listPeople(db, organization, 'employee-side')).length > 0
}

/** Until the transaction ends nobody else joins the organization or is called in. */
export async function lockOrganization(
  db: OfficeDatabase,
  organization: OrganizationId,
): Promise<void> {
  await db
    .updateTable('organization')
    .set({ id: organization })
    .where('id', '=', organization)
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

export async function saveSecondFactorRule(
  db: OfficeDatabase,
  organization: OrganizationId,
  from: string | null,
): Promise<void> {
  await db
    .updateTable('organization')
    .set({ second_factor_from: from })
    .where('id', '=', organization)
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

/** An organization by its id. */
export async function findOrganizationById(
  db: OfficeDatabase,
  id: OrganizationId,
): Promise<Organization | undefined> {
  const row = await db
    .selectFrom('organization')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toOrganization(row)
}

/** Whose account an address is, whatever its letters' case. */
export async function findByEmail(
  db: OfficeDatabase,
  email: string,
): Promise<Membership | undefined> {
  const row = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  return row && findMembership(db, row.id)
}

export async function saveMembership(
  db: OfficeDatabase,
  userId: string,
  organizationId: OrganizationId,
  role: Role,
): Promise<void> {
  await db
    .insertInto('membership')
    .values({ user_id: userId, organization_id: organizationId })
    .execute()
  await db.insertInto('held_role').values({ user_id: userId, role }).execute()
}

export async function saveRole(
  db: OfficeDatabase,
  userId: string,
  role: SecondRole,
): Promise<void> {
  await db
    .insertInto('held_role')
    .values({ user_id: userId, role })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeRole(
  db: OfficeDatabase,
  userId: string,
  role: SecondRole,
): Promise<void> {
  await db
    .deleteFrom('held_role')
    .where('user_id', '=', userId)
    .where('role', '=', role)
    .execute()
}

/** Every organization there is. */
export async function listOrganizations(
  db: OfficeDatabase,
): Promise<readonly Organization[]> {
  const rows = await db
    .selectFrom('organization')
    .selectAll()
    .orderBy('example')
    .orderBy('name')
    .execute()
  return rows.map(toOrganization)
}

function toOrganization(row: {
  id: string
  name: string
  example: number
}): Organization {
  return { id: OrganizationId.parse(row.id), name: row.name, example: row.example === 1 }
}
