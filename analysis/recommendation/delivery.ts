import type { ComponentId } from './components.ts'

/**
 * The ways help is given. Words: `mode.*`. The first seven are the ways the questionnaire
 * asks about, by the same ids, so that what people wish for can be set beside what is
 * offered; `at-work` is a change of the work itself, which is given to nobody in particular.
 */
export const modes = [
  'phone',
  'video',
  'chat',
  'near-work',
  'elsewhere',
  'online',
  'group',
  'at-work',
] as const

export type Mode = (typeof modes)[number]

const talks: readonly Mode[] = ['elsewhere', 'near-work', 'video', 'phone']
const course: readonly Mode[] = ['group', 'near-work', 'video']

/** How each component is given. */
export const modesOf: Readonly<Record<ComponentId, readonly Mode[]>> = {
  crisis_line: ['phone', 'chat'],
  access_intake: ['phone', 'chat', 'online'],
  counselling_individual: talks,
  case_management: talks,
  orientation: ['group', 'near-work', 'video', 'online'],
  manager_consult: ['phone', 'video', 'group'],
  governance_privacy: ['at-work'],
  counselling_couples_family: ['elsewhere', 'video'],
  substance_programme: ['elsewhere', 'video', 'phone', 'online', 'group'],
  gambling_support: ['elsewhere', 'video', 'phone', 'online', 'group'],
  life_event_support: [...talks, 'group'],
  post_incident: ['near-work', 'group', 'phone', 'elsewhere'],
  digital_cbt: ['online', 'chat'],
  stress_group: course,
  sleep_programme: [...course, 'online'],
  smoking_cessation: [...course, 'phone'],
  health_coaching: ['near-work', 'video', 'phone', 'online'],
  msk_programme: ['near-work', 'group', 'elsewhere'],
  financial_counselling: talks,
  hardship_help: ['online', 'phone'],
  legal_consult: talks,
  childcare_school: ['phone', 'online'],
  eldercare_carers: ['phone', 'video', 'online', 'group'],
  concierge_daily: ['phone', 'online'],
  perks_recreation: ['online'],
  domestic_abuse: ['phone', 'elsewhere'],
  peer_support: ['near-work', 'phone'],
  accommodation_rtw: ['near-work', 'at-work'],
  self_help_portal: ['online'],
  psychosocial_redesign: ['at-work', 'group'],
  worktime_balance: ['at-work'],
  leader_development: ['group', 'near-work', 'at-work'],
  mediation_early: ['near-work', 'elsewhere'],
  dignity_harassment: ['at-work', 'elsewhere', 'online'],
  change_outplacement: ['at-work', 'group', 'near-work'],
}
