/** What was decided about a component, and why where it departs from the recommendation. */
interface DecisionTable {
  assessment_id: string
  component: string
  adopted: number
  reason: string
  decided_by: string
}

/** That the decisions together were adopted as the program. */
interface ProgramTable {
  assessment_id: string
  adopted_by: string
  adopted_on: string
}

export interface ProgramTables {
  decision: DecisionTable
  program: ProgramTable
}
