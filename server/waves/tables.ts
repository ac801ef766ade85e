/** What somebody said of a unit: which unit of the earlier survey had the same people. */
interface UnitIdentityTable {
  assessment_id: string
  /** of the later survey */
  unit: string
  /** of the earlier one; null where none had the same people */
  earlier: string | null
  said_by: string
  /** a day */
  said_on: string
}

export interface WaveTables {
  unit_identity: UnitIdentityTable
}
