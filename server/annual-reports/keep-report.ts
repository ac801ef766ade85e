import { randomUUID } from 'node:crypto'
import { restoreAnnualReport } from '#analysis/disclosure/disclose-totals.ts'
import type { Deliverer, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import {
  deliveredAssessmentOf,
  releasedAssessmentOf,
} from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { AnnualReportId, type Deliveries, type KeepTotals } from './contract.ts'
import { deliveriesOf } from './deliveries-of.ts'
import { lookAtTotals } from './look-at-totals.ts'
import { removeReport, savePublication, saveReport } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/**
 * Keeps what may be read of the totals that were looked at, whole or not at all, and forgets
 * the totals.
 */
export async function keepTotals(
  { db, clock }: Reach,
  deliverer: Deliverer,
  id: AssessmentId,
  { told, outcome }: KeepTotals,
): Promise<Deliveries> {
  const today = clock.now().toISOString().slice(0, 10)
  await db.transaction().execute(async (transaction) => {
    await deliveredAssessmentOf({ db: transaction }, deliverer, id)
    const { report, ...seen } = await lookAtTotals(transaction, id, told, today)
    if (!report) throw new Refusal('annual-report-contradicts')
    if (seen.outcome !== outcome) throw new Refusal('annual-report-changed')
    await saveReport(transaction, id, {
      id: AnnualReportId.parse(randomUUID()),
      by: deliverer.role,
      on: today,
      report: restoreAnnualReport(report),
    })
  })
  return deliveriesOf({ db }, deliverer)
}

/** Takes a report out that no employee has read yet. A new one may then be told. */
export async function withdrawReport(
  { db }: Pick<Reach, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
  report: AnnualReportId,
): Promise<void> {
  await releasedAssessmentOf({ db }, organiser, id)
  if (!(await removeReport(db, id, report))) {
    throw new Refusal('annual-report-settled')
  }
}

/** Publishes the page for employees of one year, for good. */
export async function publishYear(
  { db, clock }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  report: AnnualReportId,
): Promise<void> {
  await releasedAssessmentOf({ db }, organiser, id)
  const today = clock.now().toISOString().slice(0, 10)
  if (!(await savePublication(db, id, report, today))) {
    throw new Refusal('annual-report-settled')
  }
}
