/** Codes of invented employees that nobody has used: to try the survey with. */
interface SpareCodeTable {
  assessment_id: string
  unit_name: string
  code: string
}

/** Keys of invented key holders. Those of real ones are made in their browsers and stay there. */
interface InventedKeyTable {
  assessment_id: string
  trustee_id: string
  secret: string
  private_key: string
}

export interface ExampleTables {
  spare_code: SpareCodeTable
  invented_key: InventedKeyTable
}
