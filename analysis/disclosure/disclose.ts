import { withoutRefused } from './audit-release.ts'
import { checkCounts } from './check-counts.ts'
import type { CountTable } from './counts.ts'
import type { Disclosed, Release } from './disclosed.ts'
import { isEnough, makeRelease } from './make-release.ts'
import { mint } from './mint.ts'
import type { PublicationPlan } from './publication-plan.ts'
import { notBelowSdc1 } from './rules.ts'
import { addUp, ballotsAsCounts } from './totals.ts'

const noAnswers: CountTable = {
  ballots: {},
  constructs: {},
  wanted: null,
  barriers: null,
  crossed: null,
  measured: null,
}

/**
 * Turns exact counts into the one release of an assessment (rule set SDC-1): what the plan
 * allows, of groups that are large enough and cannot be subtracted into small ones, clipped
 * and rounded, and without what the audits refuse. Nothing finer leaves.
 *
 * @throws RangeError when these cannot be counts under this plan
 */
export function disclose(plan: PublicationPlan, counts: CountTable): Disclosed<Release> {
  checkCounts(plan, counts)
  const least = notBelowSdc1(plan.thresholds)
  const answers = addUp(plan, ballotsAsCounts(counts.ballots)).organization.n
  const { organization: people, group } = least
  const isShown = isEnough(plan, answers, { people, answers: group })
  const shown = isShown ? counts : noAnswers
  return mint(withoutRefused(plan, shown, makeRelease(plan, shown, least), group))
}
