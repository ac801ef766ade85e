import type { ConstructId } from '#surveys/constructs.ts'

/** What a figure is a figure of: shares of time or of posts name nobody, the others people. */
export type Measure =
  | 'share-of-time'
  | 'share-of-posts'
  | 'share-of-people'
  | 'per-million-hours'
  | 'count'
  | 'hours-a-month'
  | 'interviews'

interface Range {
  readonly low: number
  readonly high: number
}

/**
 * One figure that a personnel office has about groups of people.
 *
 * - `possible`: what lies outside is refused; `plausible`: what lies outside is asked about
 * - `ofEach`: both ranges are of one person, for figures that grow with the group
 * - `periods`: whether half a year can be told, or twelve months only
 * - `reach`: the smallest groups it may be told of (`allowedIn`)
 * - `statesPeople`: the figure does not say how many people it stands for, so they are asked for
 * - `beside`: the needs it is shown beside. Expert judgement on what readers would want to see
 *   together; no claim that one causes or measures the other
 */
export interface Indicator {
  readonly measure: Measure
  readonly possible: Range
  readonly plausible: Range
  readonly ofEach: boolean
  readonly periods: 'year' | 'year-or-half'
  readonly reach: 'every-unit' | 'large-units' | 'organization'
  readonly statesPeople: boolean
  readonly beside: readonly ConstructId[]
}

/** Named by five leavers or more, of ten or more who were asked. A theme is about a manager too. */
const exitTheme = (...beside: readonly ConstructId[]): Indicator => ({
  measure: 'interviews',
  possible: { low: 0, high: 100_000 },
  plausible: { low: 0, high: 100_000 },
  ofEach: false,
  periods: 'year-or-half',
  reach: 'organization',
  statesPeople: true,
  beside,
})

const ofGroups = {
  ofEach: false,
  periods: 'year-or-half',
  reach: 'every-unit',
  statesPeople: false,
} as const

/** The figures that can be told. None of them enters a need, a score or a recommendation. */
export const indicators = {
  'absence.short': {
    ...ofGroups,
    measure: 'share-of-time',
    possible: { low: 0, high: 100 },
    plausible: { low: 0.3, high: 8 },
    beside: ['psy.exhaustion', 'bio.msk', 'work.demands', 'work.leader'],
  },
  'absence.long': {
    ...ofGroups,
    measure: 'share-of-time',
    possible: { low: 0, high: 100 },
    plausible: { low: 0.3, high: 12 },
    reach: 'large-units',
    statesPeople: true,
    beside: ['psy.exhaustion', 'psy.distress', 'bio.msk', 'bio.chronic'],
  },
  turnover: {
    ...ofGroups,
    measure: 'share-of-people',
    possible: { low: 0, high: 300 },
    plausible: { low: 1, high: 50 },
    periods: 'year',
    beside: ['work.reward', 'work.leader', 'work.change', 'work.balance'],
  },
  'accidents.rate': {
    ...ofGroups,
    measure: 'per-million-hours',
    possible: { low: 0, high: 1_000 },
    plausible: { low: 0, high: 60 },
    beside: ['bio.msk', 'bio.sleep', 'work.demands'],
  },
  'accidents.count': {
    ...ofGroups,
    measure: 'count',
    possible: { low: 0, high: 3 },
    plausible: { low: 0, high: 0.15 },
    ofEach: true,
    beside: ['bio.msk', 'bio.sleep', 'work.demands'],
  },
  'near-misses': {
    ...ofGroups,
    measure: 'count',
    possible: { low: 0, high: 100 },
    plausible: { low: 0, high: 5 },
    ofEach: true,
    beside: ['bio.sleep', 'work.demands', 'work.role'],
  },
  overtime: {
    ...ofGroups,
    measure: 'hours-a-month',
    possible: { low: 0, high: 200 },
    plausible: { low: 0, high: 25 },
    beside: ['work.demands', 'work.balance', 'psy.exhaustion', 'bio.sleep'],
  },
  vacancies: {
    ...ofGroups,
    measure: 'share-of-posts',
    possible: { low: 0, high: 100 },
    plausible: { low: 0, high: 20 },
    beside: ['work.demands', 'work.change'],
  },
  'eap-use': {
    ...ofGroups,
    measure: 'share-of-people',
    possible: { low: 0, high: 100 },
    plausible: { low: 0.5, high: 25 },
    reach: 'large-units',
    beside: ['help.aware', 'help.trust', 'help.stigma', 'help.access'],
  },
  'exit.workload': exitTheme('work.demands'),
  'exit.leadership': exitTheme('work.leader'),
  'exit.cooperation': exitTheme('work.peers'),
  'exit.recognition': exitTheme('work.reward'),
  'exit.development': exitTheme('work.control', 'work.reward'),
  'exit.hours': exitTheme('work.balance'),
  'exit.role': exitTheme('work.role'),
  'exit.change': exitTheme('work.change'),
} as const satisfies Readonly<Record<string, Indicator>>

export type IndicatorId = keyof typeof indicators

export const indicatorIds = Object.keys(indicators) as readonly IndicatorId[] // its keys

/** What is known of an indicator, as one type for all. */
export function indicatorOf(id: IndicatorId): Indicator {
  return indicators[id]
}
