/** What somebody of the two sides wrote about the plan; nothing of an employee. */
interface PlanRemarkTable {
  id: string
  assessment_id: string
  place: string
  /** in the order they were written */
  number: number
  role: string
  name: string
  said_on: string
  /** of the plan that was looked at */
  revision: number
  text: string
  settled_by: string | null
}

export interface RemarkTables {
  plan_remark: PlanRemarkTable
}
