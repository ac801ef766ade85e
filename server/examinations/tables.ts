/** One check of the questions in one language; the newest of its kind stands. */
interface ExaminationTable {
  organization_id: string
  locale: string
  kind: string
  done_on: string
  /** who did it */
  name: string
  /** how many took part in a pilot */
  people: number | null
  /** 1 where the pilot held what was planned */
  held: number | null
  note: string
}

export interface ExaminationTables {
  examination: ExaminationTable
}
