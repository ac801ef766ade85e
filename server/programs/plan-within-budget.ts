import { planPortfolio } from '#analysis/recommendation/plan-portfolio.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { assess } from '../results/assess.ts'
import type { Services } from '../services.ts'
import type { Budget, Portfolio } from './contract.ts'
import { standingWith } from './record-deed.ts'
import { listEntries } from './store.ts'

/**
 * The best program a budget pays, in steps of relative cost until there are quotes. What the
 * gate says no to is not bought, and a tier that somebody set counts.
 */
export async function planWithinBudget(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
  { budget }: Budget,
): Promise<Portfolio> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const assessed = await assess({ db }, member, assessment)
  const { outline, needs } = assessed
  const { recommendations } = standingWith(assessed, await listEntries(db, id))
  return planPortfolio(outline, needs.needs, recommendations, { budget })
}
