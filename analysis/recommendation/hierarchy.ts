import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { parameters } from '../needs/parameters.ts'
import { type ComponentId, componentIds, componentOf } from './components.ts'

/**
 * How near the cause a component works: 1 removes or reduces the hazard at its source, 2
 * changes organization and support, 3 equips managers and teams, 4 helps individuals. An
 * order of our own, after ISO 45003 and the HSE Management Standards. Words: `hierarchy.*`.
 */
export type HierarchyLevel = 1 | 2 | 3 | 4

export const hierarchyOf: Readonly<Record<ComponentId, HierarchyLevel>> = {
  crisis_line: 4,
  access_intake: 4,
  counselling_individual: 4,
  case_management: 4,
  orientation: 4,
  manager_consult: 3,
  governance_privacy: 2,
  counselling_couples_family: 4,
  substance_programme: 4,
  gambling_support: 4,
  life_event_support: 4,
  post_incident: 4,
  digital_cbt: 4,
  stress_group: 4,
  sleep_programme: 4,
  smoking_cessation: 4,
  health_coaching: 4,
  msk_programme: 4,
  financial_counselling: 4,
  hardship_help: 4,
  legal_consult: 4,
  childcare_school: 4,
  eldercare_carers: 4,
  concierge_daily: 4,
  perks_recreation: 4,
  domestic_abuse: 4,
  peer_support: 4,
  accommodation_rtw: 4,
  self_help_portal: 4,
  psychosocial_redesign: 1,
  worktime_balance: 1,
  leader_development: 3,
  mediation_early: 3,
  dignity_harassment: 2,
  change_outplacement: 2,
}

/** A need at work, and what must go with help to individuals who have it. */
export interface Accompaniment {
  readonly construct: ConstructId
  /** any one of these will do; all of its components together */
  readonly anyOf: readonly (readonly ComponentId[])[]
}

/**
 * What a component that helps individuals must go with: for each need it answers that work
 * itself causes, at least one component of levels 1 to 3 that changes the cause.
 *
 * A need is one that work causes when it is a condition of work, or when a primary component
 * answers it at its source. Answering at the source means a fit of .6 or more, the line from
 * which hazard-first (R2) accepts a primary component. Mediation alone is no change of the
 * work and counts together with leadership or redesign, as in R2.
 *
 * It speaks of the need, not of the component: a crisis line is withheld from nobody, but it
 * is no answer to violence at work by itself.
 *
 * @returns empty for components of levels 1 to 3, and for needs of private life
 */
export function accompanimentsOf(id: ComponentId): readonly Accompaniment[] {
  if (hierarchyOf[id] !== 4) return []
  const { fits } = componentOf(id)
  return constructIds
    .filter((construct) => (fits[construct] ?? 0) > 0 && isCausedByWork(construct))
    .map((construct) => ({ construct, anyOf: changesAtSource(construct) }))
}

function isCausedByWork(construct: ConstructId): boolean {
  return constructOf(construct).domain === 'work' || atSource(construct).length > 0
}

function changesAtSource(construct: ConstructId): readonly (readonly ComponentId[])[] {
  return atSource(construct).flatMap(withWhatItNeeds)
}

function withWhatItNeeds(id: ComponentId): readonly (readonly ComponentId[])[] {
  if (id !== 'mediation_early') return [[id]]
  return [
    [id, 'leader_development'],
    [id, 'psychosocial_redesign'],
  ]
}

/** Primary components that fit a need as R2 asks, all of levels 1 to 3. */
function atSource(construct: ConstructId): readonly ComponentId[] {
  return componentIds.filter((id) => {
    const { level, fits } = componentOf(id)
    return level === 'primary' && (fits[construct] ?? 0) >= parameters.rules.hazardFit
  })
}
