import type { AgreementTables } from './agreements/tables.ts'

interface AssessmentTable {
  id: string
  organization_id: string
  organization_name: string
  example: number
  /** the earlier assessment that this one follows */
  follows: string | null
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
  /** JSON: modules and own questions beside the core */
  questions: string
  /** JSON: what was promised and settled */
  duties: string
  /** JSON: which sides agreed to the duty to act */
  duty_read: string
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

export interface AssessmentTables extends AgreementTables {
  assessment: AssessmentTable
}
