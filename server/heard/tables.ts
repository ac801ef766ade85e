/** What was heard at once, as it was then: nothing in it changes any more. */
interface HeardBatchTable {
  assessment_id: string
  /** `groups`, `coded-groups` or `managers` */
  source: string
  /** 0 at the release; then one by one */
  number: number
  /** YYYY-MM: the day would tell who came last */
  month: string
  /** JSON: what each said, in the order of their ids, which are random */
  voices: string
}

export interface HeardTables {
  heard_batch: HeardBatchTable
}
