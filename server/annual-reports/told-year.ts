import { yearTold } from '#analysis/review/year-told.ts'
import type { Locale } from '#surveys/locale.ts'
import { type AssessmentId, isReleased } from '../assessments/contract.ts'
import { anyAssessment } from '../assessments/find-assessment.ts'
import { whatWasDone } from '../follow-up/what-was-done.ts'
import { adoptedProgram } from '../programs/adopted-program.ts'
import { Refusal } from '../refusal.ts'
import { ToldPage } from '../reports/contract.ts'
import type { Services } from '../services.ts'
import { listReports } from './store.ts'

/**
 * "A year later" for all employees, who are not signed in, as JSON: the latest year that was
 * published. Before that there is no such page.
 */
export async function toldYear(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
  locale: Locale,
): Promise<string> {
  const assessment = await anyAssessment({ db }, id)
  const kept = await listReports(db, id)
  const latest = kept.find(({ publishedOn }) => publishedOn !== null)
  if (!latest || !isReleased(assessment)) throw new Refusal('not-found')
  const year = {
    report: latest.report,
    beside: [],
    promised: await adoptedProgram({ db }, id),
    deeds: await whatWasDone({ db }, id),
    askedAgain: false,
  }
  return JSON.stringify(ToldPage.parse(yearTold(year, assessment, locale)))
}
