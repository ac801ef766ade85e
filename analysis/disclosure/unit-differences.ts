import { icc1, icc2 } from '../statistics/aggregation.ts'
import { anovaOfSums, type GroupSums } from '../statistics/anova-of-sums.ts'
import { at } from '../statistics/at.ts'
import { kishEffect } from '../statistics/kish.ts'
import { answeredBand, countsAs } from './bands.ts'
import type { CountTable, CrossedConstruct, CrossedCounts } from './counts.ts'
import type { ReleasedGrouping, ReleasedWeighting } from './disclosed.ts'
import type { PublicationPlan } from './publication-plan.ts'
import type { Thresholds } from './rules.ts'

/**
 * Whether units differ in a need at all: ICC(1) and ICC(2) of the shown units of the lowest
 * level, at least five with a hundred answers together, down to the next .05. Units that
 * differ less than by chance have 0.
 */
export function groupingFigures(
  plan: Pick<PublicationPlan, 'units'>,
  crossed: CrossedCounts,
  measured: CrossedConstruct | undefined,
  shown: ReadonlySet<string>,
  least: Thresholds,
): ReleasedGrouping {
  const parents = new Set(
    plan.units.filter(({ id }) => shown.has(id)).map(({ parent }) => parent),
  )
  const lowest = new Set([...shown].filter((id) => !parents.has(id)))
  if (!measured || lowest.size < least.groupingUnits) return { kind: 'hidden' }
  const sums = sumsByUnit(plan, crossed, measured, lowest)
  const answers = sums.reduce((total, { values }) => total + values, 0)
  if (countsAs(answeredBand(answers, null)) < least.grouping) return { kind: 'hidden' }
  const anova = anovaOfSums(sums)
  if (anova.kind === 'refused') return { kind: 'hidden' }
  const [one, two] = [icc1(anova), icc2(anova)]
  return {
    kind: 'shown',
    icc1: one.kind === 'estimate' ? inTwentiethsDown(one.value) : 0,
    icc2: two.kind === 'estimate' ? inTwentiethsDown(two.value) : 0,
  }
}

/** Sums of the needs of each of these units. */
function sumsByUnit(
  plan: Pick<PublicationPlan, 'units'>,
  { units }: CrossedCounts,
  { n, sumOfNeed, squares }: CrossedConstruct,
  lowest: ReadonlySet<string>,
): readonly GroupSums[] {
  const parents = new Map(plan.units.map(({ id, parent }) => [id, parent]))
  const unitOf = (reporting: string): string | null => {
    let current: string | null = reporting
    while (current !== null && !lowest.has(current))
      current = parents.get(current) ?? null
    return current
  }
  const sums = new Map<string, { values: number; sum: number; squares: number }>()
  units.forEach((reporting, atom) => {
    const unit = unitOf(reporting)
    if (unit === null) return
    const own = sums.get(unit) ?? { values: 0, sum: 0, squares: 0 }
    sums.set(unit, own)
    own.values += at(n, atom)
    own.sum += at(sumOfNeed, atom)
    own.squares += at(squares, atom)
  })
  return [...sums.values()]
}

function inTwentiethsDown(value: number): number {
  return Math.max(0, Math.floor(20 * value + 1e-9)) / 20
}

/**
 * What weighting to head counts would cost (Kish), in steps of a tenth: of the shown units of
 * the lowest level, and of what they leave. Units that are not shown count together, or the
 * figure would tell them apart.
 *
 * @param shown ids of units whose number of answers is shown
 */
export function weightingFigures(
  plan: Pick<PublicationPlan, 'units' | 'organization'>,
  ballots: CountTable['ballots'],
  shown: ReadonlySet<string>,
  least: Thresholds,
): ReleasedWeighting {
  const parents = new Map(plan.units.map(({ id, parent }) => [id, parent]))
  const cells = new Map<string | null, { headcount: number; answered: number }>()
  for (const { id, headcount } of plan.units.filter(({ isReporting }) => isReporting)) {
    let place: string | null = id
    while (place !== null && !shown.has(place)) place = parents.get(place) ?? null
    const cell = cells.get(place) ?? { headcount: 0, answered: 0 }
    cells.set(place, cell)
    cell.headcount += headcount ?? 0
    cell.answered += ballots[id] ?? 0
  }
  const counted = [...cells.values()].filter((cell) => {
    return cell.headcount > 0 && cell.answered > 0
  })
  const all = counted.reduce((sum, { answered }) => sum + answered, 0)
  const counts = countsAs(answeredBand(all, plan.organization.headcount))
  if (counted.length < 2 || counts < least.reliability) return { kind: 'hidden' }
  const { designEffect } = kishEffect(
    counted.map(({ headcount, answered }) => headcount / answered),
    counted.map(({ answered }) => answered),
  )
  return {
    kind: 'shown',
    designEffect: Math.round(10 * designEffect) / 10,
    effectiveShare: Math.round(10 / designEffect) / 10,
  }
}
