import { isBlocked } from '#analysis/recommendation/decide-again.ts'
import type { Tier } from '#analysis/recommendation/recommendation.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import { assess } from '../results/assess.ts'
import type { Services } from '../services.ts'
import type { Adopt, ChooseTier, Decide, Program } from './contract.ts'
import { type Before, programFrom, type Reach, recordDeed } from './record-deed.ts'
import { listEntries } from './store.ts'

/** Tiers that ask to be adopted, and tiers that ask not to be; between them either is free. */
const adviseFor: readonly Tier[] = ['core', 'must-address']
const adviseAgainst: readonly Tier[] = ['not-now', 'do-not-offer']

/** Recommendations, what was decided about them, and whether the whole was adopted. */
export async function programOf(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Program> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const assessed = await assess({ db }, member, assessment)
  return programFrom(assessed, await listEntries(db, id))
}

/**
 * Decides about one component. Going against the recommendation takes a written reason,
 * which is printed (R11); what the gate says no to is not taken (R9); an adopted program has
 * to be adopted again. What the organization has already needs no reason.
 */
export async function decideComponent(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { component, choice, seen }: Decide,
): Promise<Program> {
  return recordDeed(reach, organiser, id, seen, ({ recommendations }) => {
    const advice = adviceOn(component, recommendations)
    const { verdict, reason } = choice
    if (verdict !== 'reject' && isBlocked(advice)) throw new Refusal('gate-says-no')
    const against = verdict === 'reject' ? adviseFor : adviseAgainst
    const isAgainst = verdict !== 'in-place' && against.includes(advice.tier)
    if (isAgainst && reason === '') throw new Refusal('reason-needed')
    return { kind: 'decided', component, choice, tier: advice.tier }
  })
}

/** Sets the tier of a component against the method (R11), or takes that back: with a reason. */
export async function chooseTier(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { component, tier, reason, seen }: ChooseTier,
): Promise<Program> {
  return recordDeed(reach, organiser, id, seen, ({ recommendations }) => {
    adviceOn(component, recommendations)
    return { kind: 'set-tier', component, tier, reason }
  })
}

function adviceOn(
  component: Decide['component'],
  recommendations: Before['recommendations'],
): Before['recommendations'][number] {
  const advice = recommendations.find((each) => each.component === component)
  if (!advice) throw new Refusal('component-not-found')
  return advice
}

/** Adopts the decisions together as the program. Core and duties count as adopted unless refused. */
export async function adoptProgram(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { seen }: Adopt,
): Promise<Program> {
  return recordDeed(reach, organiser, id, seen, ({ recommendations, ...standing }) => {
    if (standing.adopted) throw new Refusal('program-already-adopted')
    const decisions = standing.decisions.map(({ component, choice }) => ({
      component,
      adopted: choice.verdict !== 'reject',
    }))
    const components = componentsIn({ recommendations, decisions })
    return { kind: 'adopted', components: components.map(({ component }) => component) }
  })
}

/**
 * The components of the program: what was adopted or is in place already, and what needs no
 * decision to be in it. What the gate blocks is not.
 */
export function componentsIn<One extends Pick<Tiered, 'component' | 'tier' | 'rules'>>({
  recommendations,
  decisions,
}: {
  readonly recommendations: readonly One[]
  readonly decisions: readonly Pick<
    Program['decisions'][number],
    'component' | 'adopted'
  >[]
}): readonly One[] {
  const decided = new Map(decisions.map(({ component, adopted }) => [component, adopted]))
  return recommendations.filter((one) => {
    if (isBlocked(one)) return false
    return decided.get(one.component) ?? adviseFor.includes(one.tier)
  })
}

type Tiered = Program['recommendations'][number]
