/** One session's intake: what came up, and nobody's name. */
interface FocusGroupTable {
  id: string
  assessment_id: string
  /** YYYY-MM: the day would tell who sat there */
  month: string
  /** JSON: the answers to the intake form */
  answers: string
}

export interface FocusGroupTables {
  focus_group: FocusGroupTable
}
