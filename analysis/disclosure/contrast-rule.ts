import { at } from '../statistics/at.ts'
import type { Family } from './classes.ts'
import { type Condition, type Crossing, divisionOf } from './crossing.ts'
import type { Fault } from './fault.ts'
import { type NamedGroups, placeOfGroup, placeOfPair } from './named-groups.ts'

/** A shown group by background; `division` −1 for the organization. */
interface Group extends Condition {
  readonly division: number
  /** the division among the units; −1 for the organization */
  readonly node: number
  readonly people: number
}

/** People in every group that can be named. */
interface Counted {
  readonly named: NamedGroups
  readonly people: Float64Array
}

/**
 * The shown groups that differ from another, or from a shown unit, in 1 to k − 1 people
 * (rule R4b): the difference of their sums would be about those few. Two units never do, by
 * rule R2.
 *
 * @param people by place of the named groups
 */
export function smallContrasts(
  named: NamedGroups,
  family: Family,
  people: Float64Array,
  k: number,
): readonly Fault[] {
  const counted = { named, people }
  const groups = groupsOf(family, counted)
  const isSmall = (a: number, b: number, both: number): boolean => {
    const different = a + b - 2 * both
    return different > 0 && different < k
  }
  const units = unitsByDivision(named.crossing, family)
  const meetsUnit = (group: Group): boolean =>
    [-1, ...(units.get(group.division) ?? [])].some((node) => {
      const all = at(people, placeOfGroup(named, node, null))
      const both = at(people, placeOfGroup(named, node, group))
      return isSmall(group.people, all, node < 0 ? group.people : both)
    })
  const beside = Map.groupBy(groups, ({ division }) => division)
  const meetsGroup = (group: Group): boolean =>
    [...(beside.get(-1) ?? []), ...(beside.get(group.division) ?? [])].some((other) => {
      const both = overlap(group, other, counted)
      return both > 0 && isSmall(group.people, other.people, both)
    })
  return groups
    .filter((group) => meetsUnit(group) || meetsGroup(group))
    .map(({ division, filter }) => ({ division, filters: [filter] }))
}

/** The shown units in each division; under −1 all of them. */
function unitsByDivision(
  crossing: Crossing,
  { units }: Family,
): ReadonlyMap<number, readonly number[]> {
  const shown = crossing.nodes.flatMap(({ id }, node) => (units.has(id) ? [node] : []))
  const inside = Map.groupBy(shown, (node) => divisionOf(crossing, node))
  return inside.set(-1, shown)
}

function groupsOf(family: Family, { named, people }: Counted): readonly Group[] {
  const { groups, divisions, nodes } = named.crossing
  return [...family.groups].map((id) => {
    const group = groups.get(id)
    if (!group) throw new RangeError(`expected a planned group, got ${id}`)
    const node =
      group.division < 0
        ? -1
        : nodes.findIndex((unit) => unit.id === divisions[group.division])
    return { ...group, node, people: at(people, placeOfGroup(named, node, group)) }
  })
}

/** People two groups have in common. */
function overlap(one: Group, other: Group, { named, people }: Counted): number {
  if (one.division >= 0 && other.division >= 0 && one.division !== other.division)
    return 0
  if (one.filter === other.filter) {
    return one.category === other.category ? Math.min(one.people, other.people) : 0
  }
  const scope = Math.max(one.division, other.division)
  return at(people, placeOfPair(named, scope, one, other))
}
