import type { Random } from '#analysis/statistics/random.ts'
import type { ConstructId } from '#surveys/constructs.ts'

/** How people answer: how needs spread over the scale. */
export type Answering = 'even' | 'low' | 'high' | 'alike' | 'by-unit'

/** What an invented organization is to be like. */
export interface Wanted {
  /** head count; at least 16 */
  readonly people: number
  readonly levels: 2 | 3 | 4
  /** median size of a team, and how much sizes differ (σ of their logarithm) */
  readonly team: { readonly median: number; readonly spread: number }
  /** share of units above teams that have people directly in them */
  readonly peopleAbove: number
  /** number of background questions, 0–4 */
  readonly filters: number
  readonly constructs: readonly ConstructId[]
  /** share of missing scores, and of missing answers on background */
  readonly missing: number
  readonly silent: number
  readonly answering: Answering
  /** share of teams in which all give the same answer on one background question */
  readonly uniform: number
  /** whether some answers on background exist in one team only */
  readonly isolated: boolean
  /** mean share of people who answer, and how much teams differ */
  readonly rate: { readonly mean: number; readonly spread: number }
  /** whether head counts are known; imported answers come without, and are not merged */
  readonly hasHeadcounts: boolean
}

/**
 * The organizations of the design's measurements: teams of lognormal size with median 9, four
 * background questions (one answer is given by 1.5 %), about 65 % answer.
 */
export const asMeasured: Omit<Wanted, 'people'> = {
  levels: 3,
  team: { median: 9, spread: 0.7 },
  peopleAbove: 0,
  filters: 4,
  constructs: ['bio.sleep'],
  missing: 0,
  silent: 0,
  answering: 'even',
  uniform: 0,
  isolated: false,
  rate: { mean: 0.65, spread: 0.15 },
  hasHeadcounts: true,
}

const someConstructs: readonly (readonly ConstructId[])[] = [
  ['bio.sleep'],
  ['bio.sleep', 'work.demands'],
  ['work.role', 'psy.distress'],
  ['psy.distress'],
  ['bio.sleep', 'soc.support', 'psy.gambling'],
]

/** Anything an organization can be like, the odd things too. */
export function drawWanted(random: Random, least: number, most: number): Wanted {
  const draw = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0]
  return {
    people: Math.round(least * (most / least) ** random()),
    levels: draw([2, 3, 3, 4]),
    team: { median: draw([5, 9, 9, 14, 30]), spread: draw([0.3, 0.7, 1.2]) },
    peopleAbove: draw([0, 0, 0.5]),
    filters: draw([0, 1, 2, 3, 4, 4]),
    constructs: draw([['bio.sleep'], ...someConstructs]),
    missing: draw([0, 0.03, 0.15, 0.4]),
    silent: draw([0, 0.03, 0.2]),
    answering: draw(['even', 'even', 'low', 'high', 'alike', 'by-unit']),
    uniform: draw([0, 0, 0.3, 0.8]),
    isolated: random() < 0.25,
    rate: { mean: draw([0.2, 0.45, 0.65, 0.65, 0.85, 1]), spread: draw([0, 0.15]) },
    hasHeadcounts: random() < 0.9,
  }
}
