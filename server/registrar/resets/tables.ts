/** People of a unit who lost what they collected and wish to collect again; who they are is sealed. */
interface CredentialResetTable {
  assessment_id: string
  unit_id: string
  /** sealed: for every place of the unit whether somebody there wishes; always as long */
  wishes: string
  /** the role of whoever agreed first, and to how many wishes; null while nobody has */
  agreed_by: string | null
  agreed_to: number | null
  /** how many were let collect again: published with the results */
  done: number
}

export interface ResetTables {
  credential_reset: CredentialResetTable
}
