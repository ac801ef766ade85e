/** Codes of invented employees that nobody has used: to try the survey with. */
interface SpareCodeTable {
  assessment_id: string
  unit_name: string
  code: string
}

export interface ExampleTables {
  spare_code: SpareCodeTable
}
