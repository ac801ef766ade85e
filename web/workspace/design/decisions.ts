import type { ComponentId } from '#analysis/recommendation/components.ts'
import { isBlocked } from '#analysis/recommendation/decide-again.ts'
import type { Tier } from '#analysis/recommendation/recommendation.ts'
import type { Program } from '#server/programs/contract.ts'
import type { Choice } from '#server/programs/log/contract.ts'

export type Recommendation = Program['recommendations'][number]
export type Decision = Program['decisions'][number]

const adviseFor: readonly Tier[] = ['core', 'must-address']
const adviseAgainst: readonly Tier[] = ['not-now', 'do-not-offer']

export function decisionOn(
  program: Pick<Program, 'decisions'>,
  component: ComponentId,
): Decision | undefined {
  return program.decisions.find((each) => each.component === component)
}

/** In the program: decided so, or a core part or duty that nobody decided against. */
export function isAdopted(
  recommendation: Recommendation,
  program: Pick<Program, 'decisions'>,
): boolean {
  if (isBlocked(recommendation)) return false
  const decision = decisionOn(program, recommendation.component)
  return decision?.adopted ?? adviseFor.includes(recommendation.tier)
}

/** Going against the recommendation takes a written reason. */
export function needsReason(
  { tier }: Pick<Recommendation, 'tier'>,
  verdict: Choice['verdict'],
): boolean {
  if (verdict === 'in-place') return false
  return (verdict === 'reject' ? adviseFor : adviseAgainst).includes(tier)
}

/** What was decided is not what was recommended when it was decided. */
export function isAgainst({ choice, tier }: Decision): boolean {
  if (tier === null) return choice.reason !== ''
  if (choice.verdict === 'reject') return [...adviseFor, 'recommend'].includes(tier)
  return choice.verdict !== 'in-place' && adviseAgainst.includes(tier)
}

/** What is worth answering the gate for: what is proposed, in the program, or answered already. */
export function asksGate(recommendation: Recommendation, program: Program): boolean {
  const { component, tier } = recommendation
  return (
    !adviseAgainst.includes(tier) ||
    isAdopted(recommendation, program) ||
    program.gate.some((each) => each.component === component)
  )
}
