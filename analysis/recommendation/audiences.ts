import type { ComponentId } from './components.ts'

/** Who may use a component, or takes part in it. Words: `audience.*`. */
export const audiences = ['staff', 'family', 'managers', 'teams'] as const

export type Audience = (typeof audiences)[number]

const everybody: readonly Audience[] = ['staff', 'family']
const staff: readonly Audience[] = ['staff']
const wholeTeams: readonly Audience[] = ['teams', 'managers']

/**
 * For whom each component is. Immediate family takes part where the program is a benefit of
 * the household. Not in help against abuse at home: whoever does the harm may be family.
 */
export const audiencesOf: Readonly<Record<ComponentId, readonly Audience[]>> = {
  crisis_line: everybody,
  access_intake: everybody,
  counselling_individual: everybody,
  case_management: staff,
  orientation: ['staff', 'managers'],
  manager_consult: ['managers'],
  governance_privacy: everybody,
  counselling_couples_family: everybody,
  substance_programme: staff,
  gambling_support: everybody,
  life_event_support: everybody,
  post_incident: ['staff', 'teams'],
  digital_cbt: staff,
  stress_group: staff,
  sleep_programme: staff,
  smoking_cessation: staff,
  health_coaching: staff,
  msk_programme: ['staff', 'teams'],
  financial_counselling: everybody,
  hardship_help: staff,
  legal_consult: everybody,
  childcare_school: everybody,
  eldercare_carers: everybody,
  concierge_daily: everybody,
  perks_recreation: everybody,
  domestic_abuse: ['staff', 'managers'],
  peer_support: staff,
  accommodation_rtw: ['staff', 'managers'],
  self_help_portal: everybody,
  psychosocial_redesign: wholeTeams,
  worktime_balance: wholeTeams,
  leader_development: ['managers'],
  mediation_early: ['staff', 'managers'],
  dignity_harassment: ['staff', 'managers'],
  change_outplacement: ['staff', 'teams'],
}
