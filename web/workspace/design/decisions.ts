import type { Program } from '#server/programs/contract.ts'

type Recommendation = Program['recommendations'][number]

/** In the program: decided so, or a core part or duty that nobody decided against. */
export function isAdopted(
  { component, tier }: Recommendation,
  decisions: Program['decisions'],
): boolean {
  const decision = decisions.find((each) => each.component === component)
  return decision?.adopted ?? (tier === 'core' || tier === 'must-address')
}

/** Going against the recommendation takes a written reason. */
export function needsReason({ tier }: Recommendation, adopt: boolean): boolean {
  return adopt
    ? tier === 'not-now' || tier === 'do-not-offer'
    : tier === 'core' || tier === 'must-address'
}
