import type { ConstructId } from '#surveys/constructs.ts'
import type { Family } from '#surveys/modules/getting-help.ts'

/** Primary changes the work, secondary builds skills early, tertiary helps and treats. */
export type Level = 'primary' | 'secondary' | 'tertiary' | 'infra'

/**
 * A service or measure the program can offer.
 *
 * - `evidence` A (several consistent reviews of trials) to E (tested, little or no effect),
 *   for this use at work; `evidenceValue` 0–1 is the engine's reading of it
 * - `relativeCost` 1–5: a class, not a price
 * - `core`: an EAP without it is not one
 * - `fits` 0–1 by construct: how fully the component answers the need
 * - `family`: the wish in the questionnaire it belongs to; null where nobody can wish for it
 */
export interface Component {
  readonly level: Level
  readonly evidence: 'A' | 'B' | 'C' | 'D' | 'E'
  readonly evidenceValue: number
  readonly relativeCost: number
  readonly core: boolean
  readonly fits: Readonly<Partial<Record<ConstructId, number>>>
  readonly family: Family | null
}

/** The thirty-five components. Weights are expert defaults until a panel sets them. */
const components = {
  crisis_line: {
    level: 'tertiary',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 2,
    core: true,
    fits: {
      'psy.lifeevent': 0.7,
      'psy.distress': 0.5,
      'soc.safety': 0.6,
      'work.violence': 0.2,
    },
    family: 'talk',
  },
  access_intake: {
    level: 'infra',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 2,
    core: true,
    fits: { 'help.access': 0.9, 'help.aware': 0.3, 'psy.distress': 0.3 },
    family: 'talk',
  },
  counselling_individual: {
    level: 'tertiary',
    evidence: 'B',
    evidenceValue: 0.75,
    relativeCost: 4,
    core: true,
    fits: {
      'psy.distress': 0.9,
      'psy.lifeevent': 0.7,
      'soc.relations': 0.5,
      'psy.exhaustion': 0.5,
      'soc.support': 0.3,
      'work.peers': 0.2,
      'work.balance': 0.2,
    },
    family: 'talk',
  },
  case_management: {
    level: 'tertiary',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 2,
    core: true,
    fits: { 'psy.substance': 0.5, 'psy.distress': 0.4, 'bio.chronic': 0.4 },
    family: 'talk',
  },
  orientation: {
    level: 'infra',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 1,
    core: true,
    fits: { 'help.aware': 1, 'help.trust': 0.7, 'help.stigma': 0.7, 'help.access': 0.5 },
    family: null,
  },
  manager_consult: {
    level: 'secondary',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 2,
    core: true,
    fits: {
      'work.leader': 0.3,
      'work.peers': 0.3,
      'help.stigma': 0.4,
      'psy.substance': 0.3,
    },
    family: null,
  },
  governance_privacy: {
    level: 'infra',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 1,
    core: true,
    fits: { 'help.trust': 1, 'help.stigma': 0.3 },
    family: null,
  },
  counselling_couples_family: {
    level: 'tertiary',
    evidence: 'B',
    evidenceValue: 0.75,
    relativeCost: 3,
    core: false,
    fits: { 'soc.relations': 1, 'psy.lifeevent': 0.2, 'soc.care': 0.2 },
    family: 'couple_family',
  },
  substance_programme: {
    level: 'tertiary',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 3,
    core: false,
    fits: { 'psy.substance': 1 },
    family: 'substance_gambling',
  },
  gambling_support: {
    level: 'tertiary',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 2,
    core: false,
    fits: { 'psy.gambling': 1, 'soc.finance': 0.2 },
    family: 'substance_gambling',
  },
  life_event_support: {
    level: 'tertiary',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 2,
    core: false,
    fits: { 'psy.lifeevent': 1, 'soc.support': 0.3 },
    family: 'life_event',
  },
  post_incident: {
    level: 'tertiary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 2,
    core: false,
    fits: { 'work.violence': 0.3, 'psy.lifeevent': 0.5 },
    family: 'life_event',
  },
  digital_cbt: {
    level: 'secondary',
    evidence: 'A',
    evidenceValue: 0.9,
    relativeCost: 2,
    core: false,
    fits: { 'psy.distress': 0.7, 'bio.sleep': 0.5, 'psy.exhaustion': 0.4 },
    family: 'online_program',
  },
  stress_group: {
    level: 'secondary',
    evidence: 'B',
    evidenceValue: 0.75,
    relativeCost: 2,
    core: false,
    fits: {
      'psy.exhaustion': 0.5,
      'psy.distress': 0.5,
      'work.demands': 0.2,
      'work.balance': 0.2,
    },
    family: 'stress_sleep_group',
  },
  sleep_programme: {
    level: 'secondary',
    evidence: 'A',
    evidenceValue: 0.9,
    relativeCost: 2,
    core: false,
    fits: { 'bio.sleep': 1, 'psy.exhaustion': 0.3 },
    family: 'stress_sleep_group',
  },
  smoking_cessation: {
    level: 'secondary',
    evidence: 'A',
    evidenceValue: 0.9,
    relativeCost: 2,
    core: false,
    fits: { 'bio.tobacco': 1 },
    family: 'stop_smoking',
  },
  health_coaching: {
    level: 'secondary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 3,
    core: false,
    fits: { 'bio.lifestyle': 1, 'bio.sleep': 0.2, 'bio.chronic': 0.2 },
    family: 'body',
  },
  msk_programme: {
    level: 'secondary',
    evidence: 'B',
    evidenceValue: 0.75,
    relativeCost: 3,
    core: false,
    fits: { 'bio.msk': 1, 'bio.lifestyle': 0.3 },
    family: 'body',
  },
  financial_counselling: {
    level: 'secondary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 2,
    core: false,
    fits: { 'soc.finance': 1, 'soc.legal': 0.3 },
    family: 'money',
  },
  hardship_help: {
    level: 'tertiary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 3,
    core: false,
    fits: { 'soc.finance': 0.6, 'bio.chronic': 0.3 },
    family: 'money',
  },
  legal_consult: {
    level: 'secondary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 2,
    core: false,
    fits: { 'soc.legal': 1, 'soc.relations': 0.2, 'soc.finance': 0.2 },
    family: 'legal',
  },
  childcare_school: {
    level: 'secondary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 2,
    core: false,
    fits: { 'soc.care': 0.8, 'work.balance': 0.2 },
    family: 'children_care',
  },
  eldercare_carers: {
    level: 'secondary',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 2,
    core: false,
    fits: { 'soc.care': 0.8, 'soc.support': 0.2 },
    family: 'children_care',
  },
  concierge_daily: {
    level: 'secondary',
    evidence: 'E',
    evidenceValue: 0.2,
    relativeCost: 3,
    core: false,
    fits: { 'soc.care': 0.3, 'work.balance': 0.2 },
    family: 'everyday_help',
  },
  perks_recreation: {
    level: 'secondary',
    evidence: 'E',
    evidenceValue: 0.2,
    relativeCost: 2,
    core: false,
    fits: { 'bio.lifestyle': 0.3, 'soc.support': 0.3 },
    family: 'everyday_help',
  },
  domestic_abuse: {
    level: 'tertiary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 1,
    core: false,
    fits: { 'soc.safety': 1, 'soc.relations': 0.2 },
    family: 'safety_home',
  },
  peer_support: {
    level: 'secondary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 2,
    core: false,
    fits: { 'soc.support': 0.7, 'help.stigma': 0.5, 'psy.lifeevent': 0.2 },
    family: 'colleague_support',
  },
  accommodation_rtw: {
    level: 'tertiary',
    evidence: 'B',
    evidenceValue: 0.75,
    relativeCost: 3,
    core: false,
    fits: {
      'bio.chronic': 1,
      'psy.distress': 0.4,
      'psy.exhaustion': 0.3,
      'bio.msk': 0.3,
    },
    family: 'return_adjust',
  },
  self_help_portal: {
    level: 'secondary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 1,
    core: false,
    fits: {
      'bio.lifestyle': 0.4,
      'help.access': 0.4,
      'bio.sleep': 0.3,
      'soc.finance': 0.2,
    },
    family: 'online_program',
  },
  psychosocial_redesign: {
    level: 'primary',
    evidence: 'B',
    evidenceValue: 0.75,
    relativeCost: 4,
    core: false,
    fits: {
      'work.demands': 1,
      'work.control': 0.9,
      'work.role': 0.8,
      'work.reward': 0.4,
      'work.violence': 0.8,
      'psy.exhaustion': 0.7,
    },
    family: 'better_work',
  },
  worktime_balance: {
    level: 'primary',
    evidence: 'A',
    evidenceValue: 0.9,
    relativeCost: 3,
    core: false,
    fits: { 'work.balance': 1, 'work.control': 0.7, 'soc.care': 0.5, 'bio.sleep': 0.4 },
    family: 'better_work',
  },
  leader_development: {
    level: 'primary',
    evidence: 'B',
    evidenceValue: 0.75,
    relativeCost: 3,
    core: false,
    fits: {
      'work.leader': 1,
      'work.reward': 0.7,
      'work.role': 0.6,
      'work.peers': 0.4,
      'work.change': 0.3,
      'help.stigma': 0.3,
    },
    family: 'better_work',
  },
  mediation_early: {
    level: 'primary',
    evidence: 'C',
    evidenceValue: 0.55,
    relativeCost: 2,
    core: false,
    fits: { 'work.peers': 1, 'work.leader': 0.2 },
    family: 'better_work',
  },
  dignity_harassment: {
    level: 'primary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 3,
    core: false,
    fits: { 'work.harass': 1, 'work.peers': 0.3 },
    family: 'better_work',
  },
  change_outplacement: {
    level: 'primary',
    evidence: 'D',
    evidenceValue: 0.35,
    relativeCost: 4,
    core: false,
    fits: { 'work.change': 1, 'soc.finance': 0.2 },
    family: 'better_work',
  },
} as const satisfies Readonly<Record<string, Component>>

export type ComponentId = keyof typeof components

export const componentIds = Object.keys(components) as readonly ComponentId[]

/** Reads a component without its literal types. */
export function componentOf(id: ComponentId): Component {
  return components[id]
}
