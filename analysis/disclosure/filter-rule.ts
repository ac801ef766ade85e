import { at } from '../statistics/at.ts'
import type { Condition, Crossing } from './crossing.ts'
import { type NamedGroups, nameGroups, placeOfGroup, sumGroups } from './named-groups.ts'

/** Answers to one background question that are shown beside each other, in one place. */
export interface FilterBlock {
  /** by place among the crossing's divisions; −1 for the organization */
  readonly division: number
  readonly filter: number
  /** people in the division, by the first table */
  readonly people: number
  /** ids of groups, the largest first */
  readonly groups: readonly string[]
}

/**
 * The answers to each background question that may be shown beside each other (rule R3), in
 * the organization and in each shown division: those with k people, without the smallest of
 * them until what remains is nobody or at least k. Those who did not answer the question
 * remain too.
 *
 * What an answer leaves in the organization when it is shown in some divisions is a
 * remainder as well: the smallest of these divisions go without it until that holds.
 *
 * The same answers pass for every table, so that what is shown tells of none of them.
 *
 * @param shownUnits ids; a division that is not among them has no groups
 * @param tables people by atom, at least one table; the first decides which is smaller
 * @param candidates ids of groups
 * @param k people
 */
export function filterBlocks(
  crossing: Crossing,
  shownUnits: ReadonlySet<string>,
  tables: readonly Float64Array[],
  candidates: ReadonlySet<string>,
  k: number,
): readonly FilterBlock[] {
  const named = nameGroups(crossing)
  const counter = counterOf(named, tables)
  const scopes = [-1, ...crossing.divisions.keys()].filter((division) => {
    return division < 0 || shownUnits.has(crossing.divisions[division] ?? '')
  })
  const blocks = scopes.flatMap((division) =>
    crossing.filters.map((_, filter) => {
      const planned = [...crossing.groups].filter(([id, group]) => {
        return (
          group.division === division && group.filter === filter && candidates.has(id)
        )
      })
      const countOf = counter(division)
      const groups = passing(planned, countOf, k)
      return { division, filter, people: at(countOf(null), 0), groups }
    }),
  )
  return withoutSmallRest(crossing, counter, blocks, k).filter(
    ({ groups }) => groups.length > 0,
  )
}

/** People with an answer, or in all, by table. */
type CountOf = (condition: Condition | null) => readonly number[]

function counterOf(
  named: NamedGroups,
  tables: readonly Float64Array[],
): (division: number) => CountOf {
  const sums = tables.map((people) => sumGroups(named, people))
  const { nodes, divisions } = named.crossing
  const places = new Map(nodes.map(({ id }, node) => [id, node]))
  return (division) => {
    const node = places.get(divisions[division] ?? '') ?? -1
    return (condition) =>
      sums.map((people) => at(people, placeOfGroup(named, node, condition)))
  }
}

function passing(
  planned: readonly (readonly [string, Condition])[],
  countOf: CountOf,
  k: number,
): readonly string[] {
  const kept = planned
    .map(([id, condition]) => ({ id, people: countOf(condition) }))
    .filter(({ people }) => people.every((count) => count >= k))
    .toSorted((a, b) => at(b.people, 0) - at(a.people, 0) || (a.id < b.id ? -1 : 1))
  const all = countOf(null)
  const leavesFew = (): boolean =>
    all.some((people, table) => {
      const shown = kept.reduce((sum, group) => sum + at(group.people, table), 0)
      return isFew(people - shown, k)
    })
  while (leavesFew()) kept.pop()
  return kept.map(({ id }) => id)
}

function isFew(people: number, k: number): boolean {
  return people > 0 && people < k
}

/** An answer that is shown everywhere but for a few people is hidden in one more division. */
function withoutSmallRest(
  { groups: all }: Crossing,
  counter: (division: number) => CountOf,
  blocks: readonly FilterBlock[],
  k: number,
): readonly FilterBlock[] {
  const shown = new Set(blocks.flatMap(({ groups }) => groups))
  for (const id of blocks
    .filter(({ division }) => division < 0)
    .flatMap((one) => one.groups)) {
    const group = all.get(id)
    if (!group) continue
    const parts = [...shown]
      .flatMap((part) => {
        const found = all.get(part)
        const isSame = found?.filter === group.filter && found.category === group.category
        return found && isSame && found.division >= 0
          ? [{ part, people: counter(found.division)(found) }]
          : []
      })
      .toSorted((a, b) => at(b.people, 0) - at(a.people, 0) || (a.part < b.part ? -1 : 1))
    const leavesFew = (): boolean =>
      counter(-1)(group).some((people, table) => {
        const inParts = parts.reduce((sum, part) => sum + at(part.people, table), 0)
        return isFew(people - inParts, k)
      })
    while (leavesFew()) shown.delete(parts.pop()?.part ?? '')
  }
  return blocks.map((block) => {
    return { ...block, groups: block.groups.filter((id) => shown.has(id)) }
  })
}
