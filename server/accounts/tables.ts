/** better-auth's own tables; only it writes the columns that are not listed. */
interface UserTable {
  id: string
  name: string
  email: string
  twoFactorEnabled: number | null
}

/** How somebody proves who they are: by password, or elsewhere. Written by better-auth alone. */
interface AccountTable {
  userId: string
  providerId: string
}

interface OrganizationTable {
  id: string
  name: string
  example: number
  /** the day from which nobody works here without a second factor */
  second_factor_from: string | null
}

interface MembershipTable {
  user_id: string
  organization_id: string
}

interface HeldRoleTable {
  user_id: string
  role: string
}

export interface AccountTables {
  user: UserTable
  account: AccountTable
  organization: OrganizationTable
  membership: MembershipTable
  held_role: HeldRoleTable
}
