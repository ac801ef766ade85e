/** What somebody said was done, or decided about the next year. Entries are added, never changed. */
interface ActionEntryTable {
  assessment_id: string
  /** from 1, without a gap */
  number: number
  /** a day */
  done_on: string
  done_by: string
  role: string
  /** JSON */
  deed: string
}

export interface FollowUpTables {
  action_entry: ActionEntryTable
}
