import { at } from '../statistics/at.ts'
import { type Condition, type Crossing, divisionOf, eachNode } from './crossing.ts'

/**
 * Every group that can be named, as a place in a list: each unit and the organization, alone
 * and with each answer on background; the organization and each division with every two
 * answers. No answer counts as an answer.
 */
export interface NamedGroups {
  readonly crossing: Crossing
  readonly size: number
  /** places of one unit */
  readonly width: number
  /** where the pairs of answers begin */
  readonly pairs: number
  /** by filter: where its answers begin */
  readonly offsets: readonly number[]
  /** the places of the groups each atom is in, one atom after the other */
  readonly places: Int32Array
  /** where the places of each atom begin; at the end, their number */
  readonly starts: Int32Array
}

const named = new WeakMap<Crossing, NamedGroups>()

/** Named once for each crossing: every table is added up over the same groups. */
export function nameGroups(crossing: Crossing): NamedGroups {
  const known = named.get(crossing) ?? withPlaces(layOut(crossing))
  named.set(crossing, known)
  return known
}

type Layout = Omit<NamedGroups, 'places' | 'starts'>

function layOut(crossing: Crossing): Layout {
  let width = 1
  const offsets = crossing.filters.map(({ size }) => {
    const offset = width
    width += size + 1
    return offset
  })
  const pairs = (crossing.nodes.length + 1) * width
  const size = pairs + (crossing.divisions.length + 1) * width * width
  return { crossing, size, width, pairs, offsets }
}

function withPlaces(layout: Layout): NamedGroups {
  const { crossing } = layout
  const starts = new Int32Array(crossing.size + 1)
  const places: number[] = []
  for (let atom = 0; atom < crossing.size; atom++) {
    eachPlace(layout, atom, (place) => places.push(place))
    starts[atom + 1] = places.length
  }
  return { ...layout, places: Int32Array.from(places), starts }
}

/** @param node −1 for the organization */
export function placeOfGroup(
  groups: NamedGroups,
  node: number,
  condition: Condition | null,
): number {
  return (node + 1) * groups.width + (condition ? answerPlace(groups, condition) : 0)
}

/** @param division −1 for the organization */
export function placeOfPair(
  groups: NamedGroups,
  division: number,
  one: Condition,
  other: Condition,
): number {
  const a = answerPlace(groups, one)
  const b = answerPlace(groups, other)
  return pairPlace(groups, division, Math.min(a, b), Math.max(a, b))
}

function eachPlace(groups: Layout, atom: number, call: (place: number) => void): void {
  const { crossing, width } = groups
  const answers = crossing.categories.map((codes, filter) =>
    answerPlace(groups, { filter, category: at(codes, atom) }),
  )
  eachNode(crossing, atom, (node) => {
    const start = (node + 1) * width
    call(start)
    for (const answer of answers) call(start + answer)
  })
  const division = at(crossing.division, atom)
  for (const [index, a] of answers.entries()) {
    for (const b of answers.slice(index + 1)) {
      call(pairPlace(groups, -1, a, b))
      if (division >= 0) call(pairPlace(groups, division, a, b))
    }
  }
}

/** The places of the groups an atom is in. */
export function placesOf({ places, starts }: NamedGroups, atom: number): Int32Array {
  return places.subarray(at(starts, atom), at(starts, atom + 1))
}

/**
 * Adds up a number of each atom over every group that can be named.
 *
 * @param values by atom
 * @returns by place
 */
export function sumGroups(groups: NamedGroups, values: Float64Array): Float64Array {
  const { crossing, places, starts, size } = groups
  const sums = new Float64Array(size)
  for (let atom = 0; atom < crossing.size; atom++) {
    const value = at(values, atom)
    if (value === 0) continue
    const end = at(starts, atom + 1)
    for (let index = at(starts, atom); index < end; index++) {
      const place = places[index] ?? 0
      sums[place] = (sums[place] ?? 0) + value
    }
  }
  return sums
}

function answerPlace({ offsets }: Layout, { filter, category }: Condition): number {
  return (offsets[filter] ?? 0) + category + 1
}

function pairPlace(
  { pairs, width }: Layout,
  division: number,
  a: number,
  b: number,
): number {
  return pairs + ((division + 1) * width + a) * width + b
}

/** The division and the background questions of a group; its division is −1 above them all. */
export function whereIs(
  groups: NamedGroups,
  place: number,
): { readonly division: number; readonly filters: readonly number[] } {
  const { crossing, width, pairs } = groups
  if (place >= pairs) {
    const rest = place - pairs
    const division = Math.floor(rest / (width * width)) - 1
    const answers = [Math.floor(rest / width) % width, rest % width]
    return { division, filters: answers.map((answer) => filterAt(groups, answer)) }
  }
  const answer = place % width
  return {
    division: divisionOf(crossing, Math.floor(place / width) - 1),
    filters: answer === 0 ? [] : [filterAt(groups, answer)],
  }
}

function filterAt({ offsets }: NamedGroups, answer: number): number {
  return offsets.findLastIndex((offset) => answer >= offset)
}
