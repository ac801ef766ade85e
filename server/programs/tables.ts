/** What somebody did to the program of an assessment. Entries are added, never changed. */
interface ProgramEntryTable {
  assessment_id: string
  /** from 1, without a gap */
  number: number
  /** a day; null where it was not kept */
  done_on: string | null
  done_by: string
  role: string
  /** JSON */
  deed: string
}

export interface ProgramTables {
  program_entry: ProgramEntryTable
}
