import { componentOf } from '#analysis/recommendation/components.ts'
import { decideAgain } from '#analysis/recommendation/decide-again.ts'
import type { Override } from '#analysis/recommendation/decisions.ts'
import { besideThisYear } from '#analysis/recommendation/next-year.ts'
import { planPortfolio } from '#analysis/recommendation/plan-portfolio.ts'
import type { Recommendation } from '#analysis/recommendation/recommendation.ts'
import { stopOrChange } from '#analysis/recommendation/stop-or-change.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId, ReleasedAssessment } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { recommendedFor } from '../programs/recommended-for.ts'
import { Refusal } from '../refusal.ts'
import { type Assessed, assess } from '../results/assess.ts'
import type { Services } from '../services.ts'
import { waveBefore } from '../waves/pair-units.ts'
import type { Actions, Entry, ForBudget, NextYear, Settle } from './contract.ts'
import { actionsOf, addEntry, lastOf } from './record-action.ts'
import { listEntries } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/** What is known when next year is thought of. */
interface Known {
  readonly actions: Actions
  readonly assessed: Assessed
  /** by the method on the new release, with what people decided there */
  readonly recommendations: readonly Recommendation[]
  /** what was decided about components without reach */
  readonly log: readonly Entry[]
  /** today's, `2026-11` */
  readonly month: string
}

/**
 * What to stop or to change of the program before, and what next year's could be: from the
 * same recommendations on the new release. Nothing is dropped by it.
 *
 * @throws Refusal 'nothing-before' where the assessment follows none
 */
export async function nextYearOf(
  reach: Reach,
  member: Member,
  id: AssessmentId,
  { budget }: ForBudget,
): Promise<NextYear> {
  const assessment = await releasedAssessmentOf(reach, member, id)
  const known = await knownOf(reach, member, assessment)
  const { actions, log } = known
  return {
    withoutReach: withoutReach(known),
    unsaid: actions.components.filter(({ said }) => said === null).length,
    proposal: proposalFrom(known, budget),
    log,
    last: log.length,
  }
}

/**
 * Decides about a component that reached nobody: with a reason, on the log.
 *
 * @throws Refusal 'component-not-in-program', 'core-stays', 'actions-changed-meanwhile'
 */
export async function settle(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { seen, ...settling }: Settle,
): Promise<NextYear> {
  const assessment = await releasedAssessmentOf(reach, organiser, id)
  const listed = withoutReach(await knownOf(reach, organiser, assessment))
  const found = listed.find(({ component }) => component === settling.component)
  if (!found) throw new Refusal('component-not-in-program')
  if (found.verdict === 'duty' && settling.verdict === 'stop') {
    throw new Refusal('core-stays')
  }
  await addEntry(reach, organiser, id, seen, { kind: 'settled', ...settling })
  return nextYearOf(reach, organiser, id, {})
}

async function knownOf(
  { db, clock }: Reach,
  member: Member,
  assessment: ReleasedAssessment,
): Promise<Known> {
  const before = await waveBefore({ db }, member, assessment)
  if (!before) throw new Refusal('nothing-before')
  const assessed = await assess({ db }, member, assessment)
  return {
    actions: await actionsOf({ db }, member, before.assessment.id),
    assessed,
    recommendations: await recommendedFor({ db }, assessment.id, assessed),
    log: await listEntries(db, assessment.id),
    month: clock.now().toISOString().slice(0, 7),
  }
}

function withoutReach({
  actions,
  assessed,
  recommendations,
  log,
  month,
}: Known): NextYear['withoutReach'] {
  const said = actions.components.flatMap((one) => (one.said ? [one.said] : []))
  const listed = stopOrChange(said, assessed.needs.needs, recommendations, month)
  return listed.map((one) => ({
    ...one,
    settled: lastOf('settled', log, one.component) ?? null,
  }))
}

/** @param wanted what may be spent; as much as this year's program costs, when nobody says */
function proposalFrom(
  { actions, assessed, recommendations, log }: Known,
  wanted: number | undefined,
): NextYear['proposal'] {
  const now = actions.components.map(({ component }) => component)
  const stops = now.flatMap((component) => {
    const settled = lastOf('settled', log, component)
    return settled?.verdict === 'stop' ? [[component, settled.reason] as const] : []
  })
  const overrides = stops.map(([component, reason]) => {
    return [component, { tier: 'not-now', reason } satisfies Override] as const
  })
  const decided = decideAgain(recommendations, {
    overrides: Object.fromEntries(overrides),
  })
  const costs = now.map((component) => componentOf(component).relativeCost)
  const budget = wanted ?? costs.reduce((sum, cost) => sum + cost, 0)
  const { outline, needs } = assessed
  const plan = planPortfolio(outline, needs.needs, decided, { budget })
  if (plan.kind === 'refused') return plan
  const stopped = stops.map(([component]) => component)
  const beside = besideThisYear(now, stopped, plan, decided)
  const { cost, overBudget } = plan
  return { kind: 'planned', budget, cost, overBudget, ...beside }
}
