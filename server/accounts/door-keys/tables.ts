/** A one-time link: to set up the first organization, or to join one. Only its hash is kept. */
interface DoorKeyTable {
  secret_hash: string
  opens: string
  organization_id: string | null
  role: string | null
  /** the address the link is for */
  email: string | null
  expires_at: string
}

export interface DoorKeyTables {
  door_key: DoorKeyTable
}
