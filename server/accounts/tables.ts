/** better-auth's own tables; only it writes the columns that are not listed. */
interface UserTable {
  id: string
  name: string
  email: string
}

interface OrganizationTable {
  id: string
  name: string
  example: number
}

interface MembershipTable {
  user_id: string
  organization_id: string
  role: string
}

/** A one-time link: to set up the first organization, or to join one. Only its hash is kept. */
interface DoorKeyTable {
  secret_hash: string
  opens: string
  organization_id: string | null
  role: string | null
  expires_at: string
}

export interface AccountTables {
  user: UserTable
  organization: OrganizationTable
  membership: MembershipTable
  door_key: DoorKeyTable
}
