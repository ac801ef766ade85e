import { at } from '../statistics/at.ts'
import type { CrossedCounts } from './counts.ts'
import type { PlannedGroup } from './filters.ts'
import type { PublicationPlan } from './publication-plan.ts'

/** One category of one background question. */
export interface Condition {
  /** index of the question */
  readonly filter: number
  /** index of the answer */
  readonly category: number
}

/**
 * The plan's units and background questions, and where each atom stands in them. Whatever
 * could be computed from a release is a matter of sums over atoms.
 */
export interface Crossing {
  /** number of atoms */
  readonly size: number
  /** units of the plan, by index; the organization has none */
  readonly nodes: readonly { readonly id: string; readonly parent: number }[]
  /** the lowest unit each atom is in; −1 where units are not divided */
  readonly node: Int32Array
  /** the division of each atom, by its place among `divisions`; −1 outside of all */
  readonly division: Int32Array
  readonly divisions: readonly string[]
  readonly filters: readonly { readonly id: string; readonly size: number }[]
  /** by filter and atom: index of the answer, −1 without one */
  readonly categories: readonly Int8Array[]
  /** the groups of the plan as conditions; `division` −1 for the organization */
  readonly groups: ReadonlyMap<string, Condition & { readonly division: number }>
}

/** @throws RangeError for a group of a unit or question the plan does not have */
export function crossPlan(
  plan: Pick<PublicationPlan, 'units' | 'filters' | 'groups'>,
  counts: Pick<CrossedCounts, 'units' | 'categories'>,
): Crossing {
  const places = new Map(plan.units.map(({ id }, index) => [id, index]))
  const placeOf = (id: string | null): number =>
    id === null ? -1 : (places.get(id) ?? -1)
  const nodes = plan.units.map(({ id, parent }) => ({ id, parent: placeOf(parent) }))
  const divided = plan.groups.flatMap(({ unit }) => (unit === null ? [] : [unit]))
  const divisions = [...new Set(divided)]
  const node = Int32Array.from(counts.units, placeOf)
  const byNode = nodes.map((_, one) => divisionOf({ nodes, divisions }, one))
  return {
    size: counts.units.length,
    nodes,
    node,
    division: node.map((one) => (one < 0 ? -1 : (byNode[one] ?? -1))),
    divisions,
    filters: plan.filters.map(({ id, categories }) => ({ id, size: categories.length })),
    categories: plan.filters.map(({ id }) => categoriesOf(id, counts)),
    groups: new Map(
      plan.groups.map((group) => [group.id, place(group, plan, divisions)]),
    ),
  }
}

/** Calls with each unit an atom is in, the lowest first; −1, the organization, at the end. */
export function eachNode(
  { nodes, node }: Pick<Crossing, 'nodes' | 'node'>,
  atom: number,
  call: (node: number) => void,
): void {
  let current = at(node, atom)
  while (current >= 0) {
    call(current)
    current = nodes[current]?.parent ?? -1
  }
  call(-1)
}

/** The division a unit is, or is in; −1 outside of all. */
export function divisionOf(
  { nodes, divisions }: Pick<Crossing, 'nodes' | 'divisions'>,
  node: number,
): number {
  let current = nodes[node]
  while (current) {
    const division = divisions.indexOf(current.id)
    if (division >= 0) return division
    current = nodes[current.parent]
  }
  return -1
}

function categoriesOf(
  filter: string,
  { units, categories }: Pick<CrossedCounts, 'units' | 'categories'>,
): Int8Array {
  const found = Object.hasOwn(categories, filter) ? categories[filter] : undefined
  if (found?.length !== units.length) {
    throw new RangeError(`expected an answer or none to ${filter} for every atom`)
  }
  return found
}

function place(
  { id, unit, filter, category }: PlannedGroup,
  { filters }: Pick<PublicationPlan, 'filters'>,
  divisions: readonly string[],
): Condition & { readonly division: number } {
  const index = filters.findIndex((one) => one.id === filter)
  const found = filters[index]?.categories.indexOf(category) ?? -1
  if (found < 0) throw new RangeError(`expected a planned answer in the group ${id}`)
  const division = unit === null ? -1 : divisions.indexOf(unit)
  return { filter: index, category: found, division }
}
