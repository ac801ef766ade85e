/** The coding of one study. */
interface CodingStudyTable {
  assessment_id: string
  /** 1 and up: grows when groups are taken in that were held since */
  round: number
  /** JSON */
  codebook: string
  /** JSON: what left the study, for good; null until it is locked */
  locked: string | null
  /** JSON: what each coded group's intake form would say; null until it is locked */
  answers: string | null
}

/** One of the two people who code. */
interface CodingCoderTable {
  assessment_id: string
  user_id: string
  /** 1 codes everything, 2 the sample */
  place: number
  /** the last round whose sample this person has finished */
  finished: number
}

/** What is coded, and what of it twice. */
interface CodingSegmentTable {
  segment_id: string
  assessment_id: string
  /** the round in which its group was taken in */
  round: number
  twice: number
}

/** What one coder made of one segment: a row without codes says that none fits. No time. */
interface CodingGivenTable {
  assessment_id: string
  segment_id: string
  coder_id: string
  /** JSON: ids of codes, in their order */
  codes: string
}

export interface CodingTables {
  coding_study: CodingStudyTable
  coding_coder: CodingCoderTable
  coding_segment: CodingSegmentTable
  coding_given: CodingGivenTable
}
