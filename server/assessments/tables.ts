interface AssessmentTable {
  id: string
  organization_id: string
  organization_name: string
  example: number
  name: string
  state: string
  revision: number
  /** JSON: units with head counts */
  units: string
  /** JSON: language codes */
  languages: string
  /** JSON: help contacts by language */
  contacts: string
  contacts_checked_on: string | null
  closes_on: string | null
  results_by: string | null
  approved_by: string | null
  /** JSON: the plan as it was when the employee side last approved one */
  approved_plan: string | null
  /** JSON: what may ever be published, frozen with everything else */
  publication_plan: string | null
  /** JSON: the signed manifest, as everybody can read it; null before freezing */
  manifest: string | null
  survey_number: string | null
  frozen_on: string | null
  opened_on: string | null
  closed_on: string | null
  released_on: string | null
  aborted_on: string | null
  aborted_for: string | null
  shredded_on: string | null
}

/** One of two people agreed to something, in the state the assessment was in then. */
interface AgreementTable {
  assessment_id: string
  matter: string
  in_state: string
  role: string
  user_id: string
  name: string
}

export interface AssessmentTables {
  assessment: AssessmentTable
  agreement: AgreementTable
}
