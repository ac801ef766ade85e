/** Signs the ballots of one reporting unit. */
interface UnitKeyTable {
  assessment_id: string
  unit_id: string
  private_key: string
  public_key: string
}

/** A code somebody holds: only its hash, and where its holder is counted. Not whether it was used. */
interface AccessCodeTable {
  code_hash: string
  assessment_id: string
  unit_id: string
}

export interface RegistrarTables {
  unit_key: UnitKeyTable
  access_code: AccessCodeTable
}
