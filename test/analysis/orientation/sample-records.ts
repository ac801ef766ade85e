import type { Need } from '#analysis/needs/need.ts'
import { notValidated } from '#analysis/needs/validation.ts'
import type { Facts } from '#analysis/orientation/fact-fields.ts'
import type { Records } from '#analysis/orientation/records.ts'
import type { Findings } from '#analysis/orientation/tailoring.ts'
import { aNeed } from '../a-recommendation.ts'

/** Every fact of an invented program. */
export const sampleFacts: Facts = {
  provider: 'Nordlys Example Care',
  'phone.en': '0800 100 001',
  'phone.sv': '0800 100 002',
  'phone.nb': '0800 100 003',
  'phone.nl': '0800 100 004',
  'phone.ro': '0800 100 005',
  portal: 'https://help.fjord-logistics.example',
  hours: 'weekdays',
  'hours.from': '08:00',
  'hours.to': '20:00',
  sessions: '6',
  family: 'yes',
  agency: 'yes',
  former: '3',
  waiting: '0',
  worktime: 'yes',
  languages: 'en,sv,nb,nl,ro,pl,ar',
  counsellors: '85',
  places: '12',
  credentials:
    'licence,supervision,secrecy,liability-insurance,data-protection,suicide-risk',
  countries: 'SE,NO,NL,RO',
  'licence.SE': 'Socialstyrelsen, 075-247 30 00',
  'licence.NO': 'Helsedirektoratet, hpr.example',
  'licence.NL': 'BIG-register, bigregister.example',
  'licence.RO': 'Colegiul Psihologilor, copsi.example',
  complaints: 'Eva Lind, 0800 100 010',
  council: 'Jan de Vries, 0800 100 011',
  safety: 'Kari Nilsen, 0800 100 012',
  relations: 'Tom Berg, 0800 100 013',
  report: 'Report Line, 0800 100 014',
  occupational: 'Fjord Health, 0800 100 015',
  breach: 'Mara Ionescu, 0800 100 016',
  start: '2027-02-01',
  'who.psychosocial_redesign': 'Ola Moe',
  'by.psychosocial_redesign': '2027-06-30',
  'who.worktime_balance': 'Ana Pop',
  'by.worktime_balance': '2027-09-01',
}

/** A need that more than a guess stands behind. */
export const aSureNeed = (
  construct: Need['construct'],
  score: number,
  more: Partial<Need> = {},
): Need => ({ ...aNeed(construct, score), confidence: 'moderate', ...more })

export function findingsOf(
  needs: readonly Need[],
  more: Partial<Findings> = {},
): Findings {
  return {
    needs: { needs, gaps: [], validation: notValidated },
    wanted: {},
    ways: {},
    ...more,
  }
}

/** An organization in which every rule of tailoring holds but the standard one. */
export const everythingFound: Findings = findingsOf(
  [
    aSureNeed('work.demands', 82, {
      band: 'high',
      managerGap: -30,
      targetedUnits: ['u1'],
    }),
    aSureNeed('soc.care', 78, { band: 'high' }),
    aSureNeed('bio.sleep', 60),
    aSureNeed('help.trust', 55),
    aSureNeed('help.aware', 50),
    aSureNeed('help.stigma', 48),
    aSureNeed('help.access', 46),
  ],
  {
    wanted: {
      money: { kind: 'shown', value: 0.4 },
      talk: { kind: 'shown', value: 0.3 },
    },
    ways: {
      phone: { kind: 'shown', value: 0.6 },
      elsewhere: { kind: 'shown', value: 0.4 },
      group: { kind: 'hidden' },
    },
  },
)

export const sampleRecords: Records = {
  organization: 'Fjord Logistics',
  example: true,
  responseRate: { kind: 'band', from: 70, to: 75 },
  findings: everythingFound,
  components: [
    'psychosocial_redesign',
    'worktime_balance',
    'crisis_line',
    'access_intake',
    'counselling_individual',
    'case_management',
    'orientation',
    'manager_consult',
    'governance_privacy',
    'childcare_school',
    'financial_counselling',
    'sleep_programme',
  ],
  facts: sampleFacts,
  contacts: {
    en: [{ name: 'Emergency', phone: '112' }],
    sv: [{ name: 'Nödnummer', phone: '112' }],
    nb: [{ name: 'Legevakt', phone: '116117' }],
    nl: [{ name: 'Alarmnummer', phone: '112' }],
    ro: [{ name: 'Urgențe', phone: '112' }],
  },
}
