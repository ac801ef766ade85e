import type { CountTable } from '#analysis/disclosure/counts.ts'
import type { PlannedFilter } from '#analysis/disclosure/filters.ts'
import {
  type PublicationPlan,
  planPublication,
} from '#analysis/disclosure/publication-plan.ts'
import {
  type FormedUnits,
  formReportingUnits,
  keepUnits,
} from '#analysis/disclosure/reporting-units.ts'
import {
  type ConstructScores,
  level,
  noNeed,
} from '#analysis/scoring/construct-scores.ts'
import { tallyCounts } from '#analysis/scoring/tally-counts.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import type { Answerer } from './answerer.ts'
import { answerers, questions } from './random-answers.ts'
import { growUnits } from './random-units.ts'
import type { Wanted } from './wanted.ts'

/** An invented organization, what may be published of it, and who answered what. */
export interface RandomOrganization {
  readonly seed: string
  readonly wanted: Wanted
  readonly plan: PublicationPlan
  readonly counts: CountTable
  readonly people: readonly Answerer[]
}

export function randomOrganization(seed: string, wanted: Wanted): RandomOrganization {
  const random = seededRandom(seed)
  const units = growUnits(random, wanted)
  const formed = wanted.hasHeadcounts
    ? formReportingUnits('Acme', units)
    : keepUnits(units)
  if (formed.kind === 'refused') throw new RangeError('expected enough people')
  const filters: readonly PlannedFilter[] = questions
    .slice(0, wanted.filters)
    .map(({ id, shares }) => ({
      id,
      categories: shares.map((_, index) => `${id}${index}`),
    }))
  const plan = planOf(formed, filters, wanted.constructs)
  const people = answerers(random, units, formed.countedIn, wanted)
  return { seed, wanted, plan, counts: countAnswers(plan, people), people }
}

function planOf(
  units: FormedUnits,
  filters: readonly PlannedFilter[],
  constructs: readonly ConstructId[],
): PublicationPlan {
  return planPublication({
    organization: 'Acme',
    manyEmployers: false,
    units,
    asked: { constructs, wanted: false, barriers: false, items: [], filters },
  })
}

/** Counts people as the tally would. Needs stand in the order of the plan's constructs. */
export function countAnswers(
  { constructs, filters }: Pick<PublicationPlan, 'constructs' | 'filters'>,
  people: readonly Answerer[],
): CountTable {
  const scores = constructs.map(({ construct }, index): ConstructScores => {
    const need = Float64Array.from(people, ({ needs }) => needs[index] ?? noNeed)
    return { construct, need, level: Int8Array.from(need, levelOf) }
  })
  const background = filters.map(({ id }) => {
    const index = questions.findIndex((question) => question.id === id)
    return [id, Int8Array.from(people, (one) => one.background[index] ?? -1)] as const
  })
  return tallyCounts(
    people.map(({ unit }) => unit),
    scores,
    {
      wanted: null,
      barriers: null,
      background: Object.fromEntries(background),
      measured: null,
    },
  )
}

/** Elevated from 50 on, high from 75 on. */
function levelOf(need: number): number {
  if (need === noNeed) return level.unknown
  if (need >= 75) return level.high
  return need >= 50 ? level.elevated : level.low
}
