import type { ConstructId } from '#surveys/constructs.ts'
import type { Need } from '../needs/need.ts'
import type { AnalysisText } from '../wording.ts'
import type { ComponentId } from './components.ts'

/** The sentence that says why one component needs another. */
export type RequirementText = Extract<AnalysisText, `requires.${string}`>

/** What only people of the organization know of it. */
export type Circumstance = 'rotating-nights'

/**
 * A component that is offered only together with one of others. A component that needs
 * several others has several requirements.
 *
 * `where` the requirement holds: always, where the component would be offered for a need
 * (one that is more than low), or in some circumstance.
 */
export interface Requirement {
  readonly component: ComponentId
  readonly anyOf: readonly ComponentId[]
  readonly where: 'always' | { readonly need: ConstructId } | Circumstance
  readonly reason: RequirementText
}

/**
 * What the sources of the catalogue say of components that must go together. They name no
 * two components that exclude each other.
 */
export const requirements: readonly Requirement[] = [
  {
    // The one primary component that prevents violence.
    component: 'post_incident',
    anyOf: ['psychosocial_redesign'],
    where: 'always',
    reason: 'requires.post_incident',
  },
  {
    // The primary components that change load, hours or leadership. Rules against harassment,
    // mediation or help with a new place leave an overload as it is.
    component: 'stress_group',
    anyOf: ['psychosocial_redesign', 'worktime_balance', 'leader_development'],
    where: { need: 'work.demands' },
    reason: 'requires.stress_group',
  },
  {
    component: 'mediation_early',
    anyOf: ['leader_development', 'psychosocial_redesign'],
    where: { need: 'work.peers' },
    reason: 'requires.mediation_early',
  },
  {
    component: 'sleep_programme',
    anyOf: ['worktime_balance'],
    where: 'rotating-nights',
    reason: 'requires.sleep_programme',
  },
]

/** A component that never comes ahead of a high need: not while one is uncovered. */
export interface LastInLine {
  readonly component: ComponentId
  readonly reason: RequirementText
}

export const lastInLine: readonly LastInLine[] = [
  { component: 'concierge_daily', reason: 'requires.concierge_daily' },
]

/** The requirements that hold in an organization. */
export function requirementsIn(
  needs: readonly Pick<Need, 'construct' | 'band'>[],
  circumstances: readonly Circumstance[],
): readonly Requirement[] {
  const felt = new Set(
    needs.filter(({ band }) => band !== 'low').map(({ construct }) => construct),
  )
  return requirements.filter(({ where }) => {
    if (where === 'always') return true
    return typeof where === 'string'
      ? circumstances.includes(where)
      : felt.has(where.need)
  })
}
