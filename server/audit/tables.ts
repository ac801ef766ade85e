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

/** An act that has begun, written before anything is done. */
interface ActBegunTable {
  id: string
  /** null where nobody is signed in yet */
  organization_id: string | null
  /** the process that does it */
  holder: string
  action: string
  done_by: string
  role: string
  about: string
}

export interface AuditTables {
  audit_entry: AuditEntryTable
  act_begun: ActBegunTable
}
