import type { Crossing } from './crossing.ts'
import type { Fault } from './fault.ts'
import { type FilterBlock, filterBlocks } from './filter-rule.ts'
import { findFaults } from './span-audit.ts'

/**
 * The groups by background that can be shown beside some units without telling of fewer
 * than k people (rules R3, R4, R4b).
 *
 * Where they would tell of few in any table, a question is left out: in the division
 * concerned, or, where nothing is shown by it there, in the smallest division that has it,
 * so that what remains grows. Repeated until nothing tells of few. Showing less never tells
 * more, so this comes to an end that is safe.
 *
 * @param units ids of the units shown for the same figures
 * @param tables people by atom: one table for each construct that the figures are about
 * @param candidates ids of groups
 * @returns ids; none without tables
 */
export function publishableGroups(
  crossing: Crossing,
  units: ReadonlySet<string>,
  tables: readonly Float64Array[],
  candidates: ReadonlySet<string>,
  k: number,
): ReadonlySet<string> {
  if (tables.length === 0 || candidates.size === 0) return new Set()
  let blocks = filterBlocks(crossing, units, tables, candidates, k)
  for (;;) {
    const groups = new Set(blocks.flatMap((block) => block.groups))
    if (groups.size === 0) return groups
    const faults = tables.flatMap((people) => {
      return findFaults(crossing, { units, groups }, people, k)
    })
    if (faults.length === 0) return groups
    blocks = withoutFaults(blocks, faults)
  }
}

/** Leaves out one block for each division with a fault. */
function withoutFaults(
  blocks: readonly FilterBlock[],
  faults: readonly Fault[],
): readonly FilterBlock[] {
  const byDivision = Map.groupBy(faults, ({ division }) => division)
  const dropped = new Set(
    [...byDivision].map(([division, found]) => {
      const filters = new Set(found.flatMap((fault) => fault.filters))
      return blockToDrop(blocks, division, filters)
    }),
  )
  return blocks.filter((block) => !dropped.has(block))
}

/** The later question goes first, and the smaller division. */
function blockToDrop(
  blocks: readonly FilterBlock[],
  division: number,
  filters: ReadonlySet<number>,
): FilterBlock | undefined {
  const concerned = blocks.filter(({ filter }) => filters.has(filter))
  const isHere = (block: FilterBlock): boolean => block.division === division
  const isBelow = (block: FilterBlock): boolean => block.division >= 0
  const bySize = (some: readonly FilterBlock[]): readonly FilterBlock[] =>
    some.toSorted((a, b) => b.people - a.people || a.division - b.division)
  return (
    (division >= 0 ? concerned.findLast(isHere) : undefined) ??
    (division >= 0 ? blocks.findLast(isHere) : undefined) ??
    bySize(concerned.filter(isBelow)).at(-1) ??
    bySize(blocks.filter(isBelow)).at(-1) ??
    concerned.at(-1) ??
    blocks.at(-1)
  )
}
