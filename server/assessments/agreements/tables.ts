/** One of two people agreed to something, in the state the assessment was in then. */
interface AgreementTable {
  assessment_id: string
  matter: string
  in_state: string
  role: string
  user_id: string
  name: string
}

export interface AgreementTables {
  agreement: AgreementTable
}
