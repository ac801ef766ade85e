/** Who has a seat in which group of an assessment: hashes of seat codes, encrypted, always as long. */
interface SeatBoxTable {
  assessment_id: string
  sealed: string
}

export interface GroupSeatTables {
  group_seat_box: SeatBoxTable
}
