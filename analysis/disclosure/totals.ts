import type { ConstructCount, CountTable } from './counts.ts'
import type { PublicationPlan } from './publication-plan.ts'
import { type ChildrenOf, growTree, type Placed } from './unit-tree.ts'

/** Counts of a unit with everything below it, and of the organization. Exact: never shown. */
export interface Totals {
  readonly organization: ConstructCount
  readonly units: ReadonlyMap<string, ConstructCount>
}

/**
 * Adds up the counts of reporting units along the plan's tree.
 *
 * @param byUnit counts by reporting unit; one left out has none
 */
export function addUp(
  plan: Pick<PublicationPlan, 'units'>,
  byUnit: Readonly<Record<string, ConstructCount>>,
): Totals {
  const childrenOf: ChildrenOf<Placed> = growTree(plan.units)
  const units = new Map<string, ConstructCount>()
  const totalOf = (id: string): ConstructCount => {
    const below = childrenOf(id).map((child) => totalOf(child.id))
    const own = Object.hasOwn(byUnit, id) ? byUnit[id] : undefined
    const total = add(own ? [own, ...below] : below)
    units.set(id, total)
    return total
  }
  for (const { id } of childrenOf(null)) totalOf(id)
  return { organization: add(Object.values(byUnit)), units }
}

/** Ballots as counts: nothing but how many. */
export function ballotsAsCounts(
  ballots: CountTable['ballots'],
): Readonly<Record<string, ConstructCount>> {
  const nothing = { elevated: 0, high: 0, sumOfNeed: 0 }
  return Object.fromEntries(
    Object.entries(ballots).map(([unit, n]) => [unit, { n, ...nothing }]),
  )
}

function add(counts: readonly ConstructCount[]): ConstructCount {
  const sumOf = (field: keyof ConstructCount): number =>
    counts.reduce((total, count) => total + count[field], 0)
  return {
    n: sumOf('n'),
    elevated: sumOf('elevated'),
    high: sumOf('high'),
    sumOfNeed: sumOf('sumOfNeed'),
  }
}
