/** How the slots of an assessment are laid out: as public as its manifest. */
interface SlotBoxTable {
  assessment_id: string
  /** JSON: `[{ id, headcount }]` in the order of their buckets */
  units: string
  slot_bytes: number
  /** rises; its twin is in the key file; −1 in what was put back from a backup */
  epoch: number
}

/**
 * Up to 64 slots sealed as one value, there from the first second and always of the same
 * length. A row has no order, time or sender, and does not tell how many slots are taken.
 */
interface SlotBucketTable {
  assessment_id: string
  /** counted through the assessment, unit after unit */
  bucket: number
  sealed: Uint8Array
}

export interface SlotTables {
  slot_box: SlotBoxTable
  slot_bucket: SlotBucketTable
}
