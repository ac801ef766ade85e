/** The one release of an assessment. Nothing finer exists once it stands. */
interface ReleaseTable {
  assessment_id: string
  /** JSON, compressed */
  release: string
  /** the same with the installation's signature; null only where an older version made it */
  signed: string | null
}

export interface ResultTables {
  release: ReleaseTable
}
