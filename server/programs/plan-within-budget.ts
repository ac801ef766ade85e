import { planPortfolio } from '#analysis/recommendation/plan-portfolio.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { assess } from '../results/assess.ts'
import type { Services } from '../services.ts'
import type { Budget, Portfolio } from './contract.ts'

/** The best program a budget pays, in steps of relative cost until there are quotes. */
export async function planWithinBudget(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
  { budget }: Budget,
): Promise<Portfolio> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const { outline, needs, recommendations } = await assess({ db }, member, assessment)
  return planPortfolio(outline, needs.needs, recommendations, { budget })
}
