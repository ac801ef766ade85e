import { againstNeed } from '#analysis/review/against-need.ts'
import type { Year } from '#analysis/review/year.ts'
import type { Member } from '../accounts/access.ts'
import {
  type AssessmentId,
  isReleased,
  type ReleasedAssessment,
} from '../assessments/contract.ts'
import { assessmentsOf, releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { whatWasDone } from '../follow-up/what-was-done.ts'
import { adoptedProgram } from '../programs/adopted-program.ts'
import { Refusal } from '../refusal.ts'
import { assess } from '../results/assess.ts'
import type { Services } from '../services.ts'
import type { AnnualReportId, Years } from './contract.ts'
import { type KeptReport, listReports } from './store.ts'

type Reach = Pick<Services, 'db'>

/** A year, and how it was kept. */
export interface KeptYear extends Year, Omit<KeptReport, 'report'> {}

/** Every year that was reported, read against the need: the same for both sides. */
export async function yearsOf(
  { db, config }: Pick<Services, 'db' | 'config'>,
  member: Member,
  id: AssessmentId,
): Promise<Years> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  return {
    years: await keptYears({ db }, member, assessment),
    page: `${config.origin}/results/${id}/year`,
  }
}

/** One of them. */
export async function yearOf(
  { db }: Reach,
  member: Member,
  assessment: ReleasedAssessment,
  report: AnnualReportId,
): Promise<KeptYear> {
  const years = await keptYears({ db }, member, assessment)
  const year = years.find(({ id }) => id === report)
  if (!year) throw new Refusal('not-found')
  return year
}

async function keptYears(
  { db }: Reach,
  member: Member,
  assessment: ReleasedAssessment,
): Promise<readonly KeptYear[]> {
  const kept = await listReports(db, assessment.id)
  if (kept.length === 0) return []
  const { needs } = await assess({ db }, member, assessment)
  const promised = await adoptedProgram({ db }, assessment.id)
  const deeds = await whatWasDone({ db }, assessment.id)
  const askedAgain = await wasAskedAgain({ db }, member, assessment)
  return kept.map((one) => ({
    ...one,
    beside: againstNeed(one.report, needs),
    promised,
    deeds,
    askedAgain,
  }))
}

async function wasAskedAgain(
  { db }: Reach,
  member: Member,
  { releasedOn }: ReleasedAssessment,
): Promise<boolean> {
  const released = (await assessmentsOf({ db }, member)).filter(isReleased)
  return released.some((one) => one.releasedOn > releasedOn)
}
