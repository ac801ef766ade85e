/** One manager's view of a team. No name, of the manager or of anybody. */
interface ManagerInterviewTable {
  id: string
  assessment_id: string
  unit_id: string
  month: string
  /** JSON: the answers to the interview form */
  answers: string
}

export interface InterviewTables {
  manager_interview: ManagerInterviewTable
}
