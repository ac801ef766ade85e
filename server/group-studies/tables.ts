/** What the groups of an assessment are for. */
interface GroupStudyTable {
  assessment_id: string
  /** JSON */
  study: string
}

/** One focus group, from its planning on. Nothing of who comes. */
interface GroupSessionTable {
  id: string
  assessment_id: string
  state: string
  type: string
  day: string
  time: string
  minutes: number
  mode: string
  place: string
  language: string
  note_taker: number
  seats: number
  facilitator_id: string
  /** the day the facilitator confirmed who is in the room; null until then */
  power_checked_on: string | null
}

/** The code of conduct a facilitator signed. */
interface ConductTable {
  user_id: string
  name: string
  signed_on: string
  version: number
}

export interface GroupStudyTables {
  group_study: GroupStudyTable
  group_session: GroupSessionTable
  facilitator_conduct: ConductTable
}
