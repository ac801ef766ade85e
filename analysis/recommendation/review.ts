import type { ComponentId } from './components.ts'

/** Months after which a component is looked at again. */
export type ReviewMonths = 3 | 6 | 12

/**
 * The default until people agree on a date: 12 months, with the next survey; 6 where numbers
 * to call or waiting times go stale, where actions have dates of their own, or where nobody
 * has shown an effect; 3 while jobs are going.
 */
export const reviewMonthsOf: Readonly<Record<ComponentId, ReviewMonths>> = {
  crisis_line: 6,
  access_intake: 6,
  counselling_individual: 12,
  case_management: 12,
  orientation: 6,
  manager_consult: 12,
  governance_privacy: 12,
  counselling_couples_family: 12,
  substance_programme: 12,
  gambling_support: 12,
  life_event_support: 12,
  post_incident: 12,
  digital_cbt: 12,
  stress_group: 6,
  sleep_programme: 12,
  smoking_cessation: 12,
  health_coaching: 12,
  msk_programme: 12,
  financial_counselling: 12,
  hardship_help: 12,
  legal_consult: 12,
  childcare_school: 12,
  eldercare_carers: 12,
  concierge_daily: 6,
  perks_recreation: 6,
  domestic_abuse: 6,
  peer_support: 12,
  accommodation_rtw: 12,
  self_help_portal: 12,
  psychosocial_redesign: 6,
  worktime_balance: 6,
  leader_development: 12,
  mediation_early: 12,
  dignity_harassment: 12,
  change_outplacement: 3,
}
