import type { Tier } from '#analysis/recommendation/recommendation.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId, ReleasedAssessment } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import { assess } from '../results/assess.ts'
import type { Services } from '../services.ts'
import type { Decide, Program } from './contract.ts'
import { findAdoption, listDecisions, saveAdoption, saveDecision } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/** Tiers that ask to be adopted, and tiers that ask not to be; between them either is free. */
const adviseFor: readonly Tier[] = ['core', 'must-address']
const adviseAgainst: readonly Tier[] = ['not-now', 'do-not-offer']

/** Recommendations, what was decided about them, and whether the whole was adopted. */
export async function programOf(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Program> {
  return programFrom({ db }, member, await releasedAssessmentOf({ db }, member, id))
}

async function programFrom(
  { db }: Pick<Services, 'db'>,
  member: Member,
  assessment: ReleasedAssessment,
): Promise<Program> {
  const { outline, recommendations } = await assess({ db }, member, assessment)
  return {
    places: outline,
    recommendations,
    decisions: await listDecisions(db, assessment.id),
    adopted: await findAdoption(db, assessment.id),
  }
}

/**
 * Decides about one component. Going against the recommendation takes a written reason,
 * which is printed (R11); an adopted program has to be adopted again.
 */
export async function decideComponent(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { component, adopted, reason }: Decide,
): Promise<Program> {
  const assessment = await releasedAssessmentOf({ db }, organiser, id)
  const { recommendations } = await assess({ db }, organiser, assessment)
  const advice = recommendations.find((each) => each.component === component)
  if (!advice) throw new Refusal('component-not-found')
  const against = adopted ? adviseAgainst : adviseFor
  if (against.includes(advice.tier) && reason === '') throw new Refusal('reason-needed')

  await saveDecision(db, id, { component, adopted, reason, decidedBy: organiser.name })
  return programFrom({ db }, organiser, assessment)
}

/** Adopts the decisions together as the program. Core and duties count as adopted unless refused. */
export async function adoptProgram(
  { db, clock }: Reach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<Program> {
  const assessment = await releasedAssessmentOf({ db }, organiser, id)
  const on = clock.now().toISOString().slice(0, 10)
  if (!(await saveAdoption(db, id, { by: organiser.name, on }))) {
    throw new Refusal('program-already-adopted')
  }
  return programFrom({ db }, organiser, assessment)
}

/** The components of the program: what was adopted, and what needs no decision to be in it. */
export function componentsIn({
  recommendations,
  decisions,
}: Pick<
  Program,
  'recommendations' | 'decisions'
>): readonly Program['recommendations'][number][] {
  const decided = new Map(decisions.map(({ component, adopted }) => [component, adopted]))
  return recommendations.filter(
    ({ component, tier }) => decided.get(component) ?? adviseFor.includes(tier),
  )
}
