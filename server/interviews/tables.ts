/** One manager's view of a team. No name of anybody, but what the organiser calls it by. */
interface ManagerInterviewTable {
  id: string
  assessment_id: string
  /** JSON: the ids of the units it is about, everything below them included */
  units: string
  /** what the organiser calls it by; gone as soon as something was said */
  label: string | null
  /** of the link that leads to the manager's page; null once the summary is approved */
  link_hash: string | null
  /** of the link before that one, to tell who comes with it that it is spent */
  spent_hash: string | null
  state: string
  /** goes up with every change, so that nobody approves what they did not read */
  version: number
  /** JSON: answers, texts, and what the writer called harmless; null before anything was said */
  content: string | null
  /** JSON: the sentences that were let out; null before it is locked */
  let_out: string | null
}

export interface InterviewTables {
  manager_interview: ManagerInterviewTable
}
