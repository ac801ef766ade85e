/** One session that introduces the program. Nothing of who comes. */
interface BriefingTable {
  id: string
  assessment_id: string
  state: string
  /** goes up with each change, for calendars */
  sequence: number
  /** JSON */
  plan: string
}

/** Who has a seat in which session: hashes of seat codes, encrypted. */
interface BriefingSeatBoxTable {
  assessment_id: string
  sealed: string
}

/** What was counted in one session, or in all individual talks of a language. */
interface BriefingTotalsTable {
  assessment_id: string
  subject: string
  /** JSON: numbers alone */
  totals: string
}

/** How many were reached in each unit, as one total a unit. */
interface BriefingReachTable {
  assessment_id: string
  /** JSON: numbers by unit */
  units: string
}

export interface BriefingTables {
  briefing: BriefingTable
  briefing_seat_box: BriefingSeatBoxTable
  briefing_totals: BriefingTotalsTable
  briefing_reach: BriefingReachTable
}
