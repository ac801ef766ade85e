import type { ComponentId } from './components.ts'

/**
 * The doors to a component: who may open it, and where it is. Words: `route.*`.
 *
 * Confidential help and reports are two different doors: `report-channel` leads to no help
 * of the program, and no door of the program leads to an inquiry.
 */
export const routes = [
  'self',
  'family',
  'phone',
  'portal',
  'manager-suggestion',
  'formal-referral',
  'er-referral',
  'occupational-health',
  'eap-referral',
  'staff-representative',
  'manager-own',
  'request-to-employer',
  'after-incident',
  'open-invitation',
  'report-channel',
  'organizational',
] as const

export type Route = (typeof routes)[number]

/** One number and one page, for employees alone or for their family too. */
const frontDoor: readonly Route[] = ['self', 'phone', 'portal']
const familyDoor: readonly Route[] = ['self', 'family', 'phone', 'portal']

/** How people get to each component. */
export const routesOf: Readonly<Record<ComponentId, readonly Route[]>> = {
  // Nobody at work stands before help in danger.
  crisis_line: ['self', 'family', 'phone'],
  access_intake: familyDoor,
  counselling_individual: [
    ...familyDoor,
    'manager-suggestion',
    'formal-referral',
    'er-referral',
    'occupational-health',
    'staff-representative',
  ],
  case_management: ['eap-referral'],
  orientation: ['open-invitation'],
  manager_consult: ['manager-own', 'phone', 'open-invitation'],
  governance_privacy: ['organizational'],
  counselling_couples_family: [...familyDoor, 'eap-referral'],
  substance_programme: [
    ...frontDoor,
    'manager-suggestion',
    'formal-referral',
    'er-referral',
    'occupational-health',
    'eap-referral',
    'staff-representative',
  ],
  gambling_support: [
    ...familyDoor,
    'manager-suggestion',
    'occupational-health',
    'eap-referral',
    'staff-representative',
  ],
  life_event_support: [...familyDoor, 'manager-suggestion', 'eap-referral'],
  post_incident: ['after-incident', 'self', 'phone'],
  digital_cbt: ['self', 'portal', 'occupational-health', 'eap-referral'],
  stress_group: ['self', 'portal', 'open-invitation', 'occupational-health'],
  sleep_programme: ['self', 'portal', 'open-invitation', 'occupational-health'],
  smoking_cessation: ['self', 'portal', 'open-invitation', 'occupational-health'],
  health_coaching: ['self', 'portal', 'occupational-health'],
  msk_programme: ['self', 'portal', 'open-invitation', 'occupational-health'],
  financial_counselling: [...familyDoor, 'eap-referral'],
  hardship_help: ['self', 'portal', 'eap-referral', 'staff-representative'],
  legal_consult: [...familyDoor, 'er-referral', 'eap-referral'],
  childcare_school: familyDoor,
  eldercare_carers: [...familyDoor, 'eap-referral'],
  concierge_daily: familyDoor,
  perks_recreation: ['self', 'family', 'portal'],
  // A manager may give the number to everybody, never ask one person at home.
  domestic_abuse: ['self', 'phone', 'eap-referral'],
  peer_support: ['self', 'staff-representative'],
  accommodation_rtw: [
    'self',
    'request-to-employer',
    'occupational-health',
    'staff-representative',
  ],
  self_help_portal: ['self', 'family', 'portal'],
  psychosocial_redesign: ['organizational', 'staff-representative'],
  worktime_balance: ['organizational', 'request-to-employer'],
  leader_development: ['organizational', 'manager-own'],
  mediation_early: ['self', 'request-to-employer', 'er-referral', 'staff-representative'],
  dignity_harassment: ['report-channel', 'organizational', 'staff-representative'],
  change_outplacement: ['organizational', 'open-invitation', 'staff-representative'],
}
