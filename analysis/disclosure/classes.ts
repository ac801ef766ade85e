import { at } from '../statistics/at.ts'
import type { Crossing } from './crossing.ts'

/** What is shown together: units and groups, by id. */
export interface Family {
  readonly units: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
}

/**
 * Atoms that no shown figure tells apart, as one: same remainder of the unit tree, same
 * shown backgrounds. Atoms without people are none. Ordered by division, so that each
 * division's classes stand together.
 */
export interface Classes {
  readonly count: number
  /** class of each atom; −1 where nobody is */
  readonly ofAtom: Int32Array
  readonly people: Float64Array
  /** remainder of the tree, a number for each */
  readonly cell: Int32Array
  /** −1 outside of all divisions */
  readonly division: Int32Array
  /** by filter: the shown answer, −1 where it is not shown */
  readonly labels: readonly Int8Array[]
}

/** Which answers are shown, by filter: in the whole organization, and in each division. */
export interface ShownAnswers {
  readonly organization: readonly ReadonlySet<number>[]
  readonly divisions: readonly (readonly ReadonlySet<number>[])[]
}

export function shownAnswers(crossing: Crossing, { groups }: Family): ShownAnswers {
  const none = (): Set<number>[] => crossing.filters.map(() => new Set<number>())
  const organization = none()
  const divisions = crossing.divisions.map(none)
  for (const id of groups) {
    const group = crossing.groups.get(id)
    if (!group) throw new RangeError(`expected a planned group, got ${id}`)
    const sets = group.division < 0 ? organization : divisions[group.division]
    sets?.[group.filter]?.add(group.category)
  }
  return { organization, divisions }
}

/** @param people by atom */
export function classify(
  crossing: Crossing,
  family: Family,
  shown: ShownAnswers,
  people: Float64Array,
): Classes {
  const cell = remainders(crossing, family)
  const labels = labelsOf(crossing, shown)
  const keys = keysOf(crossing, cell, labels)
  const taken = keys.filter((_, atom) => at(people, atom) > 0).sort()
  const distinct = taken.filter((key, index) => key !== taken[index - 1])
  return collect(keys, distinct, { crossing, cell, labels, people })
}

/** By atom: a number for each class, in the order of divisions. */
function keysOf(
  { size, nodes, division, filters }: Crossing,
  cell: Int32Array,
  labels: readonly Int8Array[],
): Float64Array {
  const keys = new Float64Array(size)
  for (let atom = 0; atom < size; atom++) {
    const own = ((division[atom] ?? 0) + 1) * (nodes.length + 1)
    keys[atom] = own + (cell[atom] ?? 0) + 1
  }
  labels.forEach((label, filter) => {
    const base = (filters[filter]?.size ?? 0) + 1
    for (let atom = 0; atom < size; atom++) {
      keys[atom] = (keys[atom] ?? 0) * base + (label[atom] ?? 0) + 1
    }
  })
  return keys
}

interface Sources {
  readonly crossing: Crossing
  readonly cell: Int32Array
  readonly labels: readonly Int8Array[]
  readonly people: Float64Array
}

/** @param distinct the keys of the classes, ascending */
function collect(
  keys: Float64Array,
  distinct: Float64Array,
  { crossing, cell, labels, people }: Sources,
): Classes {
  const count = distinct.length
  const classes = {
    count,
    ofAtom: new Int32Array(people.length).fill(-1),
    people: new Float64Array(count),
    cell: new Int32Array(count),
    division: new Int32Array(count),
    labels: labels.map(() => new Int8Array(count)),
  }
  people.forEach((count, atom) => {
    if (count === 0) return
    const place = placeIn(distinct, at(keys, atom))
    classes.ofAtom[atom] = place
    classes.people[place] = at(classes.people, place) + count
    classes.cell[place] = at(cell, atom)
    classes.division[place] = at(crossing.division, atom)
    classes.labels.forEach((label, filter) => {
      label[place] = at(labels[filter] ?? [], atom)
    })
  })
  return classes
}

/** @param sorted ascending, the value among them */
function placeIn(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** By atom: the lowest shown unit it is in, −1 where that is the organization. */
function remainders(crossing: Crossing, { units }: Family): Int32Array {
  const found = crossing.nodes.map((_, start) => {
    let current = start
    while (current >= 0 && !units.has(crossing.nodes[current]?.id ?? '')) {
      current = crossing.nodes[current]?.parent ?? -1
    }
    return current
  })
  return crossing.node.map((node) => (node < 0 ? -1 : (found[node] ?? -1)))
}

function labelsOf(crossing: Crossing, shown: ShownAnswers): readonly Int8Array[] {
  return crossing.categories.map((categories, filter) => {
    const everywhere = shown.organization[filter]
    return categories.map((category, atom) => {
      const here = shown.divisions[at(crossing.division, atom)]?.[filter]
      return everywhere?.has(category) || here?.has(category) ? category : -1
    })
  })
}
