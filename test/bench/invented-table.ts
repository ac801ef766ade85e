import type { CountTable } from '#analysis/disclosure/counts.ts'
import type { PlannedFilter } from '#analysis/disclosure/filters.ts'
import {
  type PublicationPlan,
  planPublication,
} from '#analysis/disclosure/publication-plan.ts'
import type { FormedUnits, Unit } from '#analysis/disclosure/reporting-units.ts'
import {
  type ConstructScores,
  level,
  noNeed,
} from '#analysis/scoring/construct-scores.ts'
import { tallyCounts } from '#analysis/scoring/tally-counts.ts'
import { drawNormal } from '#analysis/statistics/draws.ts'
import type { Random } from '#analysis/statistics/random.ts'
import { constructIds, constructOf } from '#surveys/constructs.ts'
import { inventRate, pick } from './invented-units.ts'

/** Four questions on background, and how frequent their answers are; one is rare. */
const questions: readonly { id: string; shares: readonly number[] }[] = [
  { id: 'age', shares: [0.22, 0.5, 0.28] },
  { id: 'gender', shares: [0.52, 0.465, 0.015] },
  { id: 'staff-group', shares: [0.45, 0.3, 0.17, 0.08] },
  { id: 'pattern', shares: [0.6, 0.3, 0.1] },
]
const silent = 0.03
const missing = 0.05

export function planWithFourQuestions(units: FormedUnits): PublicationPlan {
  const filters = questions.map(({ id, shares }): PlannedFilter => {
    return { id, categories: shares.map((_, index) => `${id} ${index}`) }
  })
  return planPublication({
    organization: 'Acme',
    manyEmployers: false,
    units,
    asked: {
      constructs: constructIds,
      wanted: false,
      barriers: false,
      filters,
      items: [],
    },
  })
}

/** Counts of all thirty needs of about 65 % of the people, by unit and four backgrounds. */
export function inventCounts(
  random: Random,
  units: readonly Unit[],
  { countedIn }: FormedUnits,
): CountTable {
  const answered = units.flatMap(({ id, headcount }) => {
    const rate = inventRate(random)
    const people = Array.from({ length: headcount }, () => random() < rate)
    return people.filter((answers) => answers).map(() => countedIn[id] ?? id)
  })
  const background = questions.map(({ id, shares }) => {
    const answer = () => (random() < silent ? -1 : pick(random, shares))
    return [id, Int8Array.from(answered, answer)] as const
  })
  return tallyCounts(
    answered,
    constructIds.map((id) => inventScores(random, id, answered.length)),
    {
      wanted: null,
      barriers: null,
      measured: null,
      background: Object.fromEntries(background),
    },
  )
}

/** Needs as means of three items of five steps; of rare ones nearly everybody has none. */
function inventScores(
  random: Random,
  construct: ConstructScores['construct'],
  people: number,
): ConstructScores {
  const { rare } = constructOf(construct)
  const needOf = (): number => {
    if (random() < missing) return noNeed
    if (rare && random() < 0.9) return 0
    const steps = Math.round(12 * (0.35 + 0.25 * drawNormal(random)))
    return (100 * Math.min(12, Math.max(0, steps))) / 12
  }
  const need = Float64Array.from({ length: people }, needOf)
  return { construct, need, level: Int8Array.from(need, levelOf) }
}

function levelOf(need: number): number {
  if (need === noNeed) return level.unknown
  if (need >= 75) return level.high
  return need >= 50 ? level.elevated : level.low
}
