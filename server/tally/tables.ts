/** Banded response rates, counted once a day; the day and no time, one row in place of the last. */
interface ParticipationTable {
  assessment_id: string
  counted_on: string
  /** JSON: rate bands by unit */
  rates: string
}

export interface TallyTables {
  participation: ParticipationTable
}
