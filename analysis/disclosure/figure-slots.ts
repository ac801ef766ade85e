import { at } from '../statistics/at.ts'
import type { Classes, Family, ShownAnswers } from './classes.ts'
import { type NamedGroups, placeOfGroup } from './named-groups.ts'

/**
 * The shown figures that each class counts in, by place of the group that can be named; −1
 * for none. A figure stands in the same slot for every class: units by how deep they are, the
 * organization first, then each background question in the organization and in the division.
 */
export interface FigureSlots {
  /** slots of one class */
  readonly width: number
  /** one class after the other */
  readonly places: Int32Array
}

/** @param memberOf by class: one of its atoms */
export function figureSlots(
  named: NamedGroups,
  family: Family,
  shown: ShownAnswers,
  classes: Classes,
  memberOf: Int32Array,
): FigureSlots {
  const { nodes, node, filters } = named.crossing
  const units = nodes.map((_, index) => unitPlaces(named, family, index))
  const levels = Math.max(1, ...units.map(({ length }) => length))
  const width = levels + 2 * filters.length
  const places = new Int32Array(classes.count * width).fill(-1)
  const answersOf = answerPlaces(named, shown, classes)
  memberOf.forEach((atom, one) => {
    const start = one * width
    places.set(units[at(node, atom)] ?? unitPlaces(named, family, -1), start)
    places.set(answersOf(one), start + levels)
  })
  return { width, places }
}

/** The organization, the units above a unit, and itself. */
function unitPlaces(
  named: NamedGroups,
  { units }: Family,
  start: number,
): readonly number[] {
  const { nodes } = named.crossing
  const found: number[] = []
  for (let current = start; current >= 0; current = nodes[current]?.parent ?? -1) {
    const isShown = units.has(nodes[current]?.id ?? '')
    found.push(isShown ? placeOfGroup(named, current, null) : -1)
  }
  return [placeOfGroup(named, -1, null), ...found.toReversed()]
}

/** For each background question the answer in the organization, and in the division. */
function answerPlaces(
  named: NamedGroups,
  { organization, divisions }: ShownAnswers,
  { division, labels }: Classes,
): (one: number) => readonly number[] {
  const { crossing } = named
  const nodes = crossing.divisions.map((id) => {
    return crossing.nodes.findIndex((unit) => unit.id === id)
  })
  return (one) => {
    const own = at(division, one)
    const scopes = [
      { node: -1, shown: organization },
      { node: nodes[own] ?? -1, shown: divisions[own] ?? [] },
    ]
    return labels.flatMap((label, filter) => {
      const category = at(label, one)
      return scopes.map(({ node, shown }) => {
        const isShown = shown[filter]?.has(category) ?? false
        return isShown ? placeOfGroup(named, node, { filter, category }) : -1
      })
    })
  }
}
