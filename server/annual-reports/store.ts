import type { AnnualReport } from '#analysis/disclosure/annual-report.ts'
import { restoreAnnualReport } from '#analysis/disclosure/disclose-totals.ts'
import type { Disclosed } from '#analysis/disclosure/disclosed.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { AnnualReportId, AnnualTold, type Years } from './contract.ts'

type Year = Years['years'][number]

/** A report as it is kept. */
export interface KeptReport extends Pick<Year, 'by' | 'on' | 'publishedOn'> {
  readonly id: AnnualReportId
  readonly report: Disclosed<AnnualReport>
}

/** @returns the latest first */
export async function listReports(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly KeptReport[]> {
  const rows = await db
    .selectFrom('annual_report')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('from_month', 'desc')
    .execute()
  return rows.map((row) => ({
    id: AnnualReportId.parse(row.id),
    by: row.told_by as KeptReport['by'], // written by this file alone
    on: row.told_on,
    publishedOn: row.published_on,
    report: restoreAnnualReport(AnnualTold.parse(JSON.parse(row.report))),
  }))
}

export async function saveReport(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { id, by, on, report }: Omit<KeptReport, 'publishedOn'>,
): Promise<void> {
  await db
    .insertInto('annual_report')
    .values({
      id,
      assessment_id: assessment,
      from_month: report.from,
      to_month: report.to,
      told_by: by,
      told_on: on,
      report: JSON.stringify(AnnualTold.parse(report)),
      published_on: null,
    })
    .execute()
}

/** @returns false when it is not there, or employees have read it */
export async function removeReport(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: AnnualReportId,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('annual_report')
    .where('id', '=', id)
    .where('assessment_id', '=', assessment)
    .where('published_on', 'is', null)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** @returns false when it is not there, or was published before */
export async function savePublication(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: AnnualReportId,
  on: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('annual_report')
    .set({ published_on: on })
    .where('id', '=', id)
    .where('assessment_id', '=', assessment)
    .where('published_on', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
