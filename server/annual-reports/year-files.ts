import type { Document } from '#analysis/orientation/document.ts'
import { yearReport } from '#analysis/review/year-report.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { keepLatest } from '../jobs/keep-latest.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import type { Services } from '../services.ts'
import type { AnnualReportId, YearForm } from './contract.ts'
import { yearOf } from './years-of.ts'

export interface YearToDraw {
  readonly document: Document
  readonly form: YearForm
}

const mostKept = 8

const keepOnce = keepLatest<Uint8Array>(mostKept)

/** The review of a year in one form and language: the same bytes from the same facts. */
export async function yearFile(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
  report: AnnualReportId,
  { form, locale }: { readonly form: YearForm; readonly locale: Locale },
): Promise<Uint8Array> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const year = await yearOf({ db }, member, assessment, report)
  const input: YearToDraw = { document: yearReport(year, assessment, locale), form }
  const worker = new URL('./year-files.worker.ts', import.meta.url)
  return keepOnce(JSON.stringify(input), () => runOffThread<Uint8Array>(worker, input))
}
