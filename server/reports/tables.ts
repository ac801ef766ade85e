/** That the documents of a release have been made: from then on both sides have them. */
interface ReportSetTable {
  assessment_id: string
  made_on: string
  /** JSON: `[{ id, name }]`, the units that a sheet can be about */
  units: string
}

/** One document in one language. It is never changed. */
interface ReportFileTable {
  assessment_id: string
  kind: string
  locale: string
  /** in bytes */
  length: number
  content: Uint8Array
}

/** The page for all employees in one language. */
interface ToldPageTable {
  assessment_id: string
  locale: string
  /** SHA-256 of what may change about it, hex */
  made_from: string
  /** JSON */
  page: string
}

export interface ReportTables {
  report_set: ReportSetTable
  report_file: ReportFileTable
  told_page: ToldPageTable
}
