import { createHash } from 'node:crypto'
import { discloseTotals } from '#analysis/disclosure/disclose-totals.ts'
import type { AnnualTotals } from '#analysis/review/annual-totals.ts'
import { type AnnualProblem, contradictionsIn } from '#analysis/review/check-totals.ts'
import type { Deliverer } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { deliveredAssessmentOf } from '../assessments/find-assessment.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { adoptedProgram } from '../programs/adopted-program.ts'
import type { Services } from '../services.ts'
import type { TotalsPreview, TotalsTold } from './contract.ts'
import { readAnnualSheet } from './read-sheet.ts'
import { readTotals } from './read-totals.ts'
import { listReports } from './store.ts'

/** What totals would become, to whoever tells them. Changes nothing. */
export async function previewTotals(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  deliverer: Deliverer,
  id: AssessmentId,
  told: TotalsTold,
): Promise<TotalsPreview> {
  await deliveredAssessmentOf({ db }, deliverer, id)
  return lookAtTotals(db, id, told, clock.now().toISOString().slice(0, 10))
}

/**
 * The same beside what is kept at this moment.
 *
 * @param today as `2026-11-22`
 * @throws Refusal for a file that is not a filled template
 */
export async function lookAtTotals(
  db: OfficeDatabase,
  id: AssessmentId,
  told: TotalsTold,
  today: string,
): Promise<TotalsPreview> {
  const read = readTotals('csv' in told ? readAnnualSheet(told.csv) : told.values)
  if (!read.ok) return withProblems(read.problems)
  const problems = [
    ...contradictionsIn(read.totals, today),
    ...(await overlaps(db, id, read.totals)),
  ]
  if (problems.length > 0) return withProblems(problems)
  const report = discloseTotals(read.totals)
  const adopted = await adoptedProgram({ db }, id)
  return {
    problems: [],
    report,
    beginsBefore: adopted !== null && report.from < adopted.on.slice(0, 7),
    outcome: outcomeOf(read.totals),
  }
}

/** Two reports on the same months could be subtracted from each other. */
async function overlaps(
  db: OfficeDatabase,
  id: AssessmentId,
  { from, to }: AnnualTotals,
): Promise<readonly AnnualProblem[]> {
  const kept = await listReports(db, id)
  const isTold = kept.some(({ report }) => report.from <= to && from <= report.to)
  return isTold
    ? [{ line: 'about.from', fault: 'overlap', others: ['about.to'], words: {} }]
    : []
}

const withProblems = (problems: readonly AnnualProblem[]): TotalsPreview => ({
  problems: [...problems],
  report: null,
  beginsBefore: false,
  outcome: '',
})

const outcomeOf = (totals: AnnualTotals): string =>
  createHash('sha256').update(JSON.stringify(totals)).digest('base64url')
