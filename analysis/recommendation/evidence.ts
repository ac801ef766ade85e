import { type Component, type ComponentId, componentOf } from './components.ts'
import type { SourceId } from './evidence-sources.ts'

/**
 * What each component's grade rests on. What they say, and where that ends, is the sentence
 * `component.<id>.evidence`.
 *
 * `general-knowledge` stands where nothing was read, alone or beside sources that cover a
 * part of the statement; `nothing-found` where a search had no result.
 */
export const evidenceOf: Readonly<Record<ComponentId, readonly SourceId[]>> = {
  crisis_line: ['general-knowledge'],
  access_intake: ['eapa-core', 'social-current', 'general-knowledge'],
  counselling_individual: [
    'richmond-2016',
    'mcleod-2010',
    'long-cooke-2023',
    'wos-2021',
    'attridge-2016',
    'morneau-2020',
    'nbc-2013',
  ],
  case_management: ['eapa-core', 'social-current', 'general-knowledge'],
  orientation: ['harlow-1998', 'milot-2019'],
  manager_consult: ['who-2022', 'gayed-2018', 'provider-pages'],
  governance_privacy: ['harlow-1998', 'hengboriboon-2024', 'general-knowledge'],
  counselling_couples_family: ['general-knowledge'],
  substance_programme: [
    'schulte-2014',
    'morse-2022',
    'richmond-2016',
    'sundstrom-2023',
    'akan-pages',
  ],
  gambling_support: ['akan-pages', 'general-knowledge'],
  life_event_support: ['general-knowledge'],
  post_incident: ['rose-2002', 'stileman-2023', 'billings-2023'],
  digital_cbt: ['stratton-2022', 'phillips-2019'],
  stress_group: ['fleming-2024', 'general-knowledge'],
  sleep_programme: ['phillips-2019', 'general-knowledge'],
  smoking_cessation: ['cahill-2014'],
  health_coaching: ['song-2019', 'jones-2019'],
  msk_programme: ['andersen-2011', 'lowe-2015'],
  financial_counselling: ['hannon-2017'],
  hardship_help: ['general-knowledge'],
  legal_consult: ['general-knowledge'],
  childcare_school: ['general-knowledge'],
  eldercare_carers: ['ireson-2018', 'lorenz-2021'],
  concierge_daily: ['nothing-found'],
  perks_recreation: ['nothing-found'],
  domestic_abuse: ['adhia-2019', 'who-2013'],
  peer_support: ['richardson-2023'],
  accommodation_rtw: ['nieuwenhuijsen-2020', 'who-2022'],
  self_help_portal: ['fleming-2024', 'general-knowledge'],
  psychosocial_redesign: ['aust-2023', 'iso-45003', 'hse-standards'],
  worktime_balance: ['aust-2023'],
  leader_development: ['who-2022', 'gayed-2018'],
  mediation_early: ['general-knowledge'],
  dignity_harassment: ['gillen-2017'],
  change_outplacement: ['general-knowledge'],
}

/**
 * Which sentence says how good the evidence is, `evidence.*`. A grade E because nothing was
 * found is not an effect that was looked for and missed.
 */
export function evidenceSentenceOf(
  id: ComponentId,
): Component['evidence'] | 'nothing-found' {
  const isUnstudied = evidenceOf[id].includes('nothing-found')
  return isUnstudied ? 'nothing-found' : componentOf(id).evidence
}
