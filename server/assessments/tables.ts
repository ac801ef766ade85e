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
  results_by: string | null
  approved_by: string | null
  /** JSON: what may ever be published, frozen when the survey opens */
  publication_plan: string | null
  opened_on: string | null
  closed_on: string | null
  released_on: string | null
}

export interface AssessmentTables {
  assessment: AssessmentTable
}
