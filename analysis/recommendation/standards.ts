import type { ComponentId } from './components.ts'

/** Whose list a standard belongs to. Words: `standard-body.*`, what was seen of it:
 * `standard-seen.*`. */
export type StandardBody = 'eapa' | 'social-current' | 'iso'

/**
 * What a component answers to, by whose list it is on. Words: `standard.*`.
 *
 * - `eapa`: the eight functions of the core technology of the Employee Assistance
 *   Professionals Association, as public pages name them. The text of its standards was not
 *   seen, so nothing here claims conformity.
 * - `social-current`: the services of an EAP in the public description of the accreditation
 *   standard of Social Current (COA)
 * - `iso`: ISO 45003, of which the table of contents alone was seen
 */
export const standards = {
  'eapa-consultation': 'eapa',
  'eapa-promotion': 'eapa',
  'eapa-assessment': 'eapa',
  'eapa-confrontation': 'eapa',
  'eapa-referral': 'eapa',
  'eapa-resources': 'eapa',
  'eapa-insurance': 'eapa',
  'eapa-evaluation': 'eapa',
  'coa-information-referral': 'social-current',
  'coa-assessment-referral': 'social-current',
  'coa-education': 'social-current',
  'coa-consultation-training': 'social-current',
  'coa-critical-incident': 'social-current',
  'coa-follow-up': 'social-current',
  'iso-45003': 'iso',
} as const satisfies Readonly<Record<string, StandardBody>>

export type StandardId = keyof typeof standards

export const standardIds = Object.keys(standards) as readonly StandardId[]

const findingHelp: readonly StandardId[] = ['coa-information-referral']
const educating: readonly StandardId[] = ['coa-education']
const workItself: readonly StandardId[] = ['iso-45003']

/** What each component answers to; empty where no list names a service of its kind. */
export const standardsOf: Readonly<Record<ComponentId, readonly StandardId[]>> = {
  crisis_line: ['eapa-referral', 'coa-assessment-referral'],
  access_intake: [
    'eapa-assessment',
    'eapa-referral',
    'coa-information-referral',
    'coa-assessment-referral',
  ],
  counselling_individual: ['eapa-confrontation', 'coa-assessment-referral'],
  case_management: ['eapa-referral', 'coa-follow-up'],
  orientation: ['eapa-promotion', 'coa-education'],
  manager_consult: [
    'eapa-consultation',
    'eapa-confrontation',
    'coa-consultation-training',
  ],
  governance_privacy: ['eapa-resources', 'eapa-evaluation'],
  counselling_couples_family: [],
  substance_programme: [
    'eapa-assessment',
    'eapa-confrontation',
    'eapa-referral',
    'coa-assessment-referral',
    'coa-follow-up',
  ],
  gambling_support: ['eapa-assessment', 'eapa-referral', 'coa-assessment-referral'],
  life_event_support: [],
  post_incident: ['coa-critical-incident'],
  digital_cbt: [],
  stress_group: educating,
  sleep_programme: educating,
  smoking_cessation: educating,
  health_coaching: educating,
  msk_programme: [],
  financial_counselling: findingHelp,
  hardship_help: ['eapa-insurance'],
  legal_consult: findingHelp,
  childcare_school: findingHelp,
  eldercare_carers: findingHelp,
  concierge_daily: [],
  perks_recreation: [],
  domestic_abuse: findingHelp,
  peer_support: [],
  accommodation_rtw: workItself,
  self_help_portal: ['coa-information-referral', 'coa-education'],
  psychosocial_redesign: workItself,
  worktime_balance: workItself,
  leader_development: workItself,
  mediation_early: workItself,
  dignity_harassment: workItself,
  change_outplacement: workItself,
}
