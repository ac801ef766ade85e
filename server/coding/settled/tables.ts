/** What two coders settled on after disagreeing. */
interface CodingDecisionTable {
  assessment_id: string
  segment_id: string
  code: string
  verdict: string
  reason: string
}

/** What may leave of a segment, in other words. */
interface CodingParaphraseTable {
  assessment_id: string
  segment_id: string
  text: string
}

/** What participants said of a theme, all groups together. */
interface CodingCheckTable {
  assessment_id: string
  code: string
  outcome: string
  note: string
}

export interface SettledTables {
  coding_decision: CodingDecisionTable
  coding_paraphrase: CodingParaphraseTable
  coding_check: CodingCheckTable
}
