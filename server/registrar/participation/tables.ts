/** Of which units the participation of an assessment is kept: as public as its manifest. */
interface ParticipationBoxTable {
  assessment_id: string
  /** JSON: `[{ id, headcount }]` */
  units: string
  /** rises; its twin is in the key file; −1 in what was put back from a backup */
  epoch: number
}

/**
 * 32 bytes for every person of a unit, sealed as one value and always of the same length. A
 * row does not tell who collected, how many did, or when; all that holds the answer is sealed.
 */
interface ParticipationBlobTable {
  assessment_id: string
  unit_id: string
  sealed: Uint8Array
}

export interface ParticipationTables {
  participation_box: ParticipationBoxTable
  participation_blob: ParticipationBlobTable
}
