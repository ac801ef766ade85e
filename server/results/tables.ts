/** The one release of an assessment. Nothing finer exists once it stands. */
interface ReleaseTable {
  assessment_id: string
  release: string
}

export interface ResultTables {
  release: ReleaseTable
}
