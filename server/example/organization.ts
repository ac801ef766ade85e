import type { ConstructId } from '#surveys/constructs.ts'

/** An invented logistics company: nobody in it exists. */
export const exampleName = 'Fjord Logistics'

export interface ExampleUnit {
  readonly name: string
  readonly parent: string
  readonly headcount: number
  /** share who answer */
  readonly answers: number
  /** how much more (or less) of a need people here have than in the whole company */
  readonly shifts: Readonly<Partial<Record<ConstructId, number>>>
}

const divisions = ['Warehouses', 'Transport', 'Customers', 'Offices'] as const

/** Fourteen units of 420 people; five are too small to be counted alone. */
export const exampleUnits: readonly ExampleUnit[] = [
  {
    name: 'Warehouse North',
    parent: 'Warehouses',
    headcount: 52,
    answers: 0.68,
    shifts: {
      'work.demands': 0.9,
      'psy.exhaustion': 0.6,
      'bio.msk': 0.9,
      'work.leader': 0.5,
    },
  },
  {
    name: 'Warehouse South',
    parent: 'Warehouses',
    headcount: 42,
    answers: 0.64,
    shifts: { 'soc.finance': 0.8, 'bio.msk': 0.6, 'work.control': 0.4 },
  },
  {
    name: 'Yard',
    parent: 'Warehouses',
    headcount: 9,
    answers: 0.6,
    shifts: { 'bio.msk': 0.5, 'work.control': 0.3 },
  },
  {
    name: 'Night shift',
    parent: 'Warehouses',
    headcount: 26,
    answers: 0.58,
    shifts: { 'bio.sleep': 1.1, 'soc.support': 0.4, 'help.access': 0.6 },
  },
  {
    name: 'Drivers East',
    parent: 'Transport',
    headcount: 48,
    answers: 0.6,
    shifts: { 'work.balance': 0.9, 'bio.sleep': 0.6, 'work.violence': 0.4 },
  },
  {
    name: 'Drivers West',
    parent: 'Transport',
    headcount: 45,
    answers: 0.62,
    shifts: { 'work.balance': 0.7, 'bio.sleep': 0.5, 'soc.care': 0.3 },
  },
  {
    name: 'Workshop',
    parent: 'Transport',
    headcount: 12,
    answers: 0.75,
    shifts: { 'bio.tobacco': 0.5 },
  },
  {
    name: 'Customer service',
    parent: 'Customers',
    headcount: 58,
    answers: 0.52,
    shifts: {
      'work.demands': 0.5,
      'work.change': 0.9,
      'psy.distress': 0.4,
      'work.violence': 0.9,
      'work.harass': 0.5,
    },
  },
  {
    name: 'Sales',
    parent: 'Customers',
    headcount: 36,
    answers: 0.66,
    shifts: { 'work.change': 0.5, 'work.peers': 0.4 },
  },
  {
    name: 'Returns',
    parent: 'Customers',
    headcount: 14,
    answers: 0.7,
    shifts: { 'work.reward': 0.5 },
  },
  {
    name: 'Finance',
    parent: 'Offices',
    headcount: 24,
    answers: 0.8,
    shifts: { 'work.demands': -0.4, 'work.control': -0.5 },
  },
  {
    name: 'IT',
    parent: 'Offices',
    headcount: 35,
    answers: 0.76,
    shifts: { 'work.control': -0.6, 'bio.lifestyle': 0.4, 'soc.support': 0.3 },
  },
  {
    name: 'People and culture',
    parent: 'Offices',
    headcount: 11,
    answers: 0.9,
    shifts: { 'psy.exhaustion': 0.3, 'help.aware': -0.8 },
  },
  {
    name: 'Management',
    parent: 'Offices',
    headcount: 8,
    answers: 0.85,
    shifts: { 'work.control': -0.8, 'work.balance': 0.5 },
  },
]

/** Shares of the answers to questions of background, in their order. */
export const backgroundShares: Readonly<Record<string, readonly number[]>> = {
  age: [0.24, 0.48, 0.28],
  gender: [0.41, 0.575, 0.015],
  'staff-group': [0.52, 0.24, 0.14, 0.1],
}

/** The company's general level of each need, in standard deviations; 0 is "sometimes". */
const generalLevel: Readonly<Partial<Record<ConstructId, number>>> = {
  'work.demands': -0.25,
  'help.trust': -0.1,
  'help.aware': 0,
  'bio.sleep': -0.55,
  'soc.finance': -0.75,
  'work.balance': -0.6,
  'bio.msk': -0.7,
  'psy.exhaustion': -0.65,
  'help.stigma': -0.6,
  'work.peers': -1.3,
  'work.role': -1.25,
  'work.reward': -0.8,
  'psy.substance': -2,
  'psy.gambling': -2.4,
  'work.harass': -1.9,
  'work.violence': -2,
  'psy.lifeevent': -1.3,
  'bio.chronic': -1.3,
  'bio.tobacco': -1.2,
}

/** Of a need that has no level of its own. */
export const usualLevel = -0.9

/** Who works there in one year, and how they are. */
export interface ExampleYear {
  /** the same year always draws the same answers */
  readonly seed: string
  readonly units: readonly ExampleUnit[]
  /** the company's general level of each need */
  readonly levels: Readonly<Partial<Record<ConstructId, number>>>
}

export const firstYear: ExampleYear = {
  seed: 'fjord-logistics-1',
  units: exampleUnits,
  levels: generalLevel,
}

/** The units as the CSV file an organiser would bring. */
export function unitsCsv({ units }: Pick<ExampleYear, 'units'>): string {
  const lines = [
    ...divisions.map((name) => `${name},,0`),
    ...units.map(({ name, parent, headcount }) => `${name},${parent},${headcount}`),
  ]
  return ['name,parent,headcount', ...lines].join('\n')
}
