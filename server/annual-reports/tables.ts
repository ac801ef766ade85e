/** What may be read of a provider's report. What the provider told is kept nowhere. */
interface AnnualReportTable {
  id: string
  assessment_id: string
  /** the first and the last month, as `2026-01` */
  from_month: string
  to_month: string
  /** the role of who told it */
  told_by: string
  told_on: string
  /** JSON */
  report: string
  /** when the page for employees was published; null before */
  published_on: string | null
}

export interface AnnualReportTables {
  annual_report: AnnualReportTable
}
