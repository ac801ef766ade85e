/** Half of a way back in, granted by one side. Only its hash is kept. */
interface WayBackTable {
  user_id: string
  side: string
  granted_by: string
  half_hash: string
  expires_at: string
}

export interface WayBackTables {
  way_back: WayBackTable
}
