import { at } from '../statistics/at.ts'
import type { Figured, Scope } from './interval-scope.ts'

/**
 * People around one remainder of the unit tree, in rings: 0 is the remainder itself, 1
 * everybody else in its unit, and so on outward, each what the next shown unit above adds.
 */
export interface Rings {
  /** the shown units around the remainder, the lowest first; −1, the organization, last */
  readonly nodes: readonly number[]
  /** by class */
  readonly ofClass: Int32Array
}

/** @param cell the remainder: the lowest shown unit of its people, −1 for none */
export function ringsAround(scope: Scope, cell: number): Rings {
  const nodes = [cell]
  while (nodes.at(-1) !== -1) nodes.push(shownAbove(scope, nodes.at(-1) ?? -1))
  const known = new Map<number, number>([[cell, 0]])
  const ringOf = (other: number): number => {
    const found = known.get(other) ?? ringOfUnit(scope, nodes, other)
    known.set(other, found)
    return found
  }
  return { nodes, ofClass: scope.classes.cell.map(ringOf) }
}

/** The ring that a shown unit beside the remainder lies in. */
function ringOfUnit(scope: Scope, nodes: readonly number[], unit: number): number {
  let current = unit
  while (!nodes.includes(current)) current = shownAbove(scope, current)
  return nodes.indexOf(current) + 1
}

/** The lowest shown unit above a unit; −1 where that is the organization. */
function shownAbove({ crossing, figuresOfNode }: Scope, unit: number): number {
  let current = crossing.nodes[unit]?.parent ?? -1
  while (current >= 0 && !figuresOfNode.has(current)) {
    current = crossing.nodes[current]?.parent ?? -1
  }
  return current
}

/** What the figures of units and groups within one ring say of it together. */
export interface RingFigure {
  readonly ring: number
  readonly filter: number
  /** −1 without a condition */
  readonly category: number
  /** people in those units and groups */
  readonly people: number
  /** bounds of what their values add up to */
  readonly low: number
  readonly high: number
}

/**
 * Adds up the figures of shown units that lie directly within a ring, and of the groups of
 * each background in them.
 */
export function ringFigures(scope: Scope, { nodes }: Rings): readonly RingFigure[] {
  const isPart = ({ shown: { node, condition } }: Figured): boolean =>
    !nodes.includes(node) &&
    (condition !== null || nodes.includes(shownAbove(scope, node)))
  const parts = scope.figures.filter(isPart)
  const together = Map.groupBy(parts, ({ shown: { node, condition } }) => {
    const ring = ringOfUnit(scope, nodes, node)
    return [ring, condition?.filter ?? -1, condition?.category ?? -1].join()
  })
  return [...together].map(([key, some]) => {
    const [ring = 0, filter = -1, category = -1] = key.split(',').map(Number)
    const sum = (of: (figure: Figured) => number): number =>
      some.reduce((total, figure) => total + of(figure), 0)
    return {
      ring,
      filter,
      category,
      people: sum((figure) => figure.people),
      low: sum((figure) => figure.low),
      high: sum((figure) => figure.high),
    }
  })
}

/** People of the classes of one ring, by shown background. */
export function ringPeople(
  { classes, background, backgrounds }: Scope,
  { ofClass }: Rings,
  ring: number,
): Float64Array {
  const people = new Float64Array(backgrounds.length)
  for (let one = 0; one < classes.count; one++) {
    if (at(ofClass, one) !== ring) continue
    const place = at(background, one)
    people[place] = at(people, place) + at(classes.people, one)
  }
  return people
}
