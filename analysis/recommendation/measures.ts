import type { ComponentId } from './components.ts'

/**
 * What a figure is about: how many used something, what was done, or what became of it.
 *
 * Use alone is never a goal: much use can mean a bad workplace, little use little need. So a
 * measure of use has no target.
 */
export type MeasureOf = 'use' | 'process' | 'outcome'

/** A level agreed as the aim: "at most 60". The unit stands in the sentence. */
export type Target =
  | { readonly atMost: number }
  | { readonly atLeast: number }
  | { readonly below: number }

/** A figure that tells whether a component works; null where no level can be set yet. */
export interface Measure {
  readonly of: MeasureOf
  readonly target: Target | null
}

const use = { of: 'use', target: null } as const
const process = { of: 'process', target: null } as const
const outcome = { of: 'outcome', target: null } as const

/**
 * Every measure, once. The sentence under `measure.*` has a place `{target}` exactly where
 * there is a target. Targets are planning defaults, not norms; where nobody has set a level
 * the first year's figure is the start.
 *
 * All of them are totals a provider or the employer counts: below ten people a figure is not
 * shown, and family members never apart.
 */
const all = {
  'answered-in-time': { of: 'process', target: { atMost: 60 } },
  'callers-giving-up': { of: 'process', target: { below: 5 } },
  'first-appointment': { of: 'process', target: { atMost: 5 } },
  'choice-offered': { of: 'process', target: { atLeast: 90 } },
  'new-users': use,
  finished: process,
  satisfied: outcome,
  'work-before-after': outcome,
  'referral-completed': process,
  'followed-up': process,
  reached: { of: 'process', target: { atLeast: 80 } },
  'quiz-passed': { of: 'process', target: { atLeast: 80 } },
  'aware-and-trusting': outcome,
  consultations: use,
  'managers-trained': process,
  'policy-published': process,
  'complaints-closed': { of: 'process', target: { atMost: 30 } },
  'report-on-time': process,
  'policy-agreed': process,
  'money-rules-reviewed': process,
  'need-changed': outcome,
  'month-check-offered': process,
  'compulsory-debriefings': { of: 'process', target: { atMost: 0 } },
  'scores-before-after': outcome,
  'guide-contact': process,
  'work-changes-too': process,
  'free-of-nicotine': outcome,
  'habits-kept': outcome,
  'pain-before-after': outcome,
  'hazards-removed': process,
  'plan-in-hand': process,
  'days-to-decision': process,
  'passed-on': process,
  'care-found': outcome,
  'cost-per-user': process,
  'contact-tested': process,
  'supervision-held': process,
  'days-to-adjustment': process,
  'still-at-work': outcome,
  visits: use,
  'actions-done': process,
  'roster-notice': process,
  'time-for-leading': process,
  'agreement-holds': outcome,
  'inquiry-days': process,
  'doors-known': outcome,
  'reprisals-reported': outcome,
  'weeks-of-notice': process,
  'new-work-found': outcome,
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureId = keyof typeof all

export const measures: Readonly<Record<MeasureId, Measure>> = all

export const measureIds = Object.keys(all) as readonly MeasureId[]

/** A course: who comes, who stays, what it changes. */
const course: readonly MeasureId[] = ['new-users', 'finished', 'scores-before-after']

/** Finding things for people: whether they got them. */
const finding: readonly MeasureId[] = ['new-users', 'care-found', 'satisfied']

/** A change of the work: done as agreed, and felt. */
const workChange: readonly MeasureId[] = ['actions-done', 'need-changed']

/** What to count for each component. */
export const measuresOf: Readonly<Record<ComponentId, readonly MeasureId[]>> = {
  crisis_line: ['answered-in-time', 'callers-giving-up'],
  access_intake: ['first-appointment', 'choice-offered'],
  counselling_individual: [
    'new-users',
    'first-appointment',
    'finished',
    'work-before-after',
    'satisfied',
  ],
  case_management: ['referral-completed', 'followed-up'],
  orientation: ['reached', 'quiz-passed', 'aware-and-trusting'],
  manager_consult: ['consultations', 'managers-trained'],
  governance_privacy: ['policy-published', 'complaints-closed', 'report-on-time'],
  counselling_couples_family: ['new-users', 'finished', 'satisfied'],
  substance_programme: ['policy-agreed', 'referral-completed', 'followed-up'],
  gambling_support: ['referral-completed', 'followed-up', 'money-rules-reviewed'],
  life_event_support: ['new-users', 'satisfied'],
  post_incident: ['month-check-offered', 'compulsory-debriefings'],
  digital_cbt: [...course, 'guide-contact'],
  stress_group: [...course, 'work-changes-too'],
  sleep_programme: course,
  smoking_cessation: ['new-users', 'finished', 'free-of-nicotine'],
  health_coaching: ['new-users', 'habits-kept'],
  msk_programme: ['hazards-removed', 'finished', 'pain-before-after'],
  financial_counselling: ['new-users', 'plan-in-hand', 'satisfied'],
  hardship_help: ['days-to-decision'],
  legal_consult: ['new-users', 'passed-on', 'satisfied'],
  childcare_school: finding,
  eldercare_carers: finding,
  concierge_daily: ['new-users', 'cost-per-user'],
  perks_recreation: ['new-users', 'cost-per-user'],
  // Nothing here counts people: even a total could point to somebody.
  domestic_abuse: ['managers-trained', 'contact-tested'],
  peer_support: ['supervision-held', 'need-changed'],
  accommodation_rtw: ['days-to-adjustment', 'still-at-work'],
  self_help_portal: ['visits'],
  psychosocial_redesign: workChange,
  worktime_balance: [...workChange, 'roster-notice'],
  leader_development: [...workChange, 'managers-trained', 'time-for-leading'],
  mediation_early: ['agreement-holds', 'need-changed'],
  dignity_harassment: ['doors-known', 'inquiry-days', 'reprisals-reported'],
  change_outplacement: ['weeks-of-notice', 'new-work-found', 'need-changed'],
}
