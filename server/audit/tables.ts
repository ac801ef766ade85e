/** One act of somebody of the office, and the hash that ties it to all before. */
interface AuditEntryTable {
  organization_id: string
  position: number
  at: string
  action: string
  done_by: string
  role: string
  about: string
  previous: string
  hash: string
}

export interface AuditTables {
  audit_entry: AuditEntryTable
}
