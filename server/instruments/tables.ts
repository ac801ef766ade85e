/** A questionnaire from another tool. It says nothing of anybody who answers. */
interface InstrumentTable {
  id: string
  assessment_id: string
  /** what was read, as JSON */
  content: string
  /** what is on record of its licence, as JSON */
  licence: string
  /** the name of the organiser who put it on record */
  recorded_by: string
  recorded_on: string
}

export interface InstrumentTables {
  instrument: InstrumentTable
}
