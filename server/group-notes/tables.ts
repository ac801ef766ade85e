/** One session as it was held. No time, and nobody who was there. */
interface GroupNotesTable {
  session_id: string
  assessment_id: string
  /** drawn by the device that handed in */
  notebook: string
  participants: number
  unit_mix: string
  distress_protocol_used: number
  member_check: string
  /** JSON: numbers of questions */
  asked: string
}

/** One thing that was said. Ids are random, and rows are written in their order. */
interface GroupSegmentTable {
  id: string
  session_id: string
  question: number
  text: string
  speakers: number
  intensity: number
  tone: string
}

interface GroupVoteTable {
  session_id: string
  construct: string
  votes: number
}

export interface GroupNotesTables {
  group_notes: GroupNotesTable
  group_segment: GroupSegmentTable
  group_vote: GroupVoteTable
}
