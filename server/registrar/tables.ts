/** Signs the ballots of one reporting unit, until the closing; the count verifies them. */
interface UnitKeyTable {
  assessment_id: string
  unit_id: string
  /** sealed: what opens it lies in a key file; empty after the closing */
  private_key: string
  /** SPKI in base64; the manifest names its hash */
  public_key: string
}

/** A code somebody holds: only its hash, and where its holder is counted. Not whether it was used. */
interface AccessCodeTable {
  code_hash: string
  assessment_id: string
  unit_id: string
  /** one code a place of the unit, counted from 0; the newest replaces the one before */
  place: number
}

/** How often collecting went on after a database had been put back: published with the results. */
interface ResumedCollectingTable {
  assessment_id: string
  times: number
}

export interface RegistrarTables {
  resumed_collecting: ResumedCollectingTable
  unit_key: UnitKeyTable
  access_code: AccessCodeTable
}
