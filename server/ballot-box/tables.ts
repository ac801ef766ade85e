/** What everybody may know of an assessment, and whether it still takes answers. */
interface ManifestTable {
  assessment_id: string
  manifest: string
  open: number
}

/**
 * All answers of one reporting unit in one value, sorted by their own text: a row has no
 * order, no time, no sender, and nothing beside it that could tell one. `spent` holds the
 * hashed serials, sorted likewise: what was used up, not by what answer.
 */
interface BucketTable {
  assessment_id: string
  unit_id: string
  answers: string
  spent: string
}

export interface BallotBoxTables {
  manifest: ManifestTable
  bucket: BucketTable
}
