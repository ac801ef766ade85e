import { at } from '../statistics/at.ts'
import { type Classes, classify, type Family, shownAnswers } from './classes.ts'
import type { Crossing } from './crossing.ts'
import { type NamedGroups, nameGroups, placeOfGroup, sumGroups } from './named-groups.ts'
import type { ShownSum } from './shown-sums.ts'
import { smallGroups } from './small-groups.ts'

/** Those who answered one construct, and what the figures shown of them tell apart. */
export interface Crowd {
  readonly crossing: Crossing
  readonly named: NamedGroups
  readonly classes: Classes
  /** by atom */
  readonly people: Float64Array
  /** people in every group that can be named, by its place */
  readonly counts: Float64Array
  /** the groups of 1 to 4 of them that can be named, as atoms */
  readonly few: readonly (readonly number[])[]
  /** by remainder of the unit tree */
  readonly peopleOfCell: ReadonlyMap<number, number>
  readonly atomsOfCell: ReadonlyMap<number, readonly number[]>
  /** by class: the place of its shown background in `backgrounds` */
  readonly background: Int32Array
  /** by place: the shown answer to each question, −1 where none is shown */
  readonly backgrounds: readonly (readonly number[])[]
}

/** One kind of figure, as people answered and as it is shown. */
export interface Scope extends Crowd {
  /** what people's values of 0–100 add up to, by atom and by class */
  readonly values: Float64Array
  readonly valuesOfClass: Float64Array
  /** people and their values by division and background */
  readonly byDivision: ReadonlyMap<number, ByBackground>
  /** the figures, as bounds of sums, by place of the group that can be named */
  readonly figures: readonly Figured[]
  readonly figuresOfNode: ReadonlyMap<number, readonly Figured[]>
  /** by place: how far each sum can go up and down before its figure changes */
  readonly up: Float64Array
  readonly down: Float64Array
}

export interface Figured {
  readonly place: number
  readonly shown: ShownSum
  readonly people: number
  /** bounds of the sum */
  readonly low: number
  readonly high: number
}

/** By place among `backgrounds`: people, and what their values add up to. */
export interface ByBackground {
  readonly people: Float64Array
  readonly values: Float64Array
}

/** Above so many classes the organization is looked at in parts. */
const mostClasses = 300

export function isLarge({ classes }: Crowd): boolean {
  return classes.count > mostClasses
}

/** @param people by atom */
export function crowdOf(crossing: Crossing, family: Family, people: Float64Array): Crowd {
  const named = nameGroups(crossing)
  const counts = sumGroups(named, people)
  const classes = classify(crossing, family, shownAnswers(crossing, family), people)
  return {
    crossing,
    named,
    classes,
    people,
    counts,
    few: smallGroups(named, people, counts),
    peopleOfCell: cellSizes(classes),
    atomsOfCell: atomsByCell(classes),
    ...backgroundsOf(classes),
  }
}

/** @param values 0–100 for each person, added up by atom */
export function scopeOf(
  crowd: Crowd,
  values: Float64Array,
  shown: readonly ShownSum[],
): Scope {
  const { named, classes, counts } = crowd
  const totals = sumGroups(named, values)
  const figures = shown.map((one) => {
    const place = placeOfGroup(named, one.node, one.condition)
    const n = at(counts, place)
    return { place, shown: one, people: n, low: one.low * n, high: one.high * n }
  })
  const valuesOfClass = addUp(classes.ofAtom, values, classes.count)
  const slack = (of: (figure: Figured) => number): Float64Array => {
    const slacks = new Float64Array(named.size).fill(Infinity)
    for (const figure of figures) slacks[figure.place] = Math.max(0, of(figure))
    return slacks
  }
  return {
    ...crowd,
    values,
    valuesOfClass,
    byDivision: sumsByDivision(crowd, valuesOfClass),
    figures,
    figuresOfNode: Map.groupBy(figures, (figure) => figure.shown.node),
    up: slack(({ high, place }) => high - at(totals, place)),
    down: slack(({ low, place }) => at(totals, place) - low),
  }
}

function addUp(ofAtom: Int32Array, values: Float64Array, count: number): Float64Array {
  const sums = new Float64Array(count)
  ofAtom.forEach((one, atom) => {
    if (one >= 0) sums[one] = at(sums, one) + at(values, atom)
  })
  return sums
}

function cellSizes({ cell, people }: Classes): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>()
  cell.forEach((one, index) => {
    sizes.set(one, (sizes.get(one) ?? 0) + at(people, index))
  })
  return sizes
}

function atomsByCell({ cell, ofAtom }: Classes): ReadonlyMap<number, readonly number[]> {
  const atoms = [...ofAtom.keys()].filter((atom) => at(ofAtom, atom) >= 0)
  return Map.groupBy(atoms, (atom) => at(cell, at(ofAtom, atom)))
}

/** Stands for all divisions, and those outside of any, together. */
const everywhere = -2

function backgroundsOf({
  count,
  labels,
}: Classes): Pick<Crowd, 'background' | 'backgrounds'> {
  const places = new Map<string, number>()
  const background = Int32Array.from({ length: count }, (_, one) => {
    const key = labels.map((label) => at(label, one)).join()
    const place = places.get(key) ?? places.size
    places.set(key, place)
    return place
  })
  const backgrounds = [...places.keys()].map((key) => key.split(',').map(Number))
  return { background, backgrounds }
}

function sumsByDivision(
  { classes: { division, people }, background, backgrounds }: Crowd,
  valuesOfClass: Float64Array,
): ReadonlyMap<number, ByBackground> {
  const sums = new Map<number, ByBackground>()
  background.forEach((place, one) => {
    for (const where of [everywhere, at(division, one)]) {
      const column = sums.get(where) ?? nobody(backgrounds.length)
      sums.set(where, column)
      column.people[place] = at(column.people, place) + at(people, one)
      column.values[place] = at(column.values, place) + at(valuesOfClass, one)
    }
  })
  return sums
}

function nobody(size: number): ByBackground {
  return { people: new Float64Array(size), values: new Float64Array(size) }
}

/** Some atoms by background. */
export function sumUp(scope: Scope, atoms: readonly number[]): ByBackground {
  const { classes, background, people, values } = scope
  const sums = nobody(scope.backgrounds.length)
  for (const atom of atoms) {
    const place = at(background, at(classes.ofAtom, atom))
    sums.people[place] = at(sums.people, place) + at(people, atom)
    sums.values[place] = at(sums.values, place) + at(values, atom)
  }
  return sums
}

/** The division of a remainder; −1 for what remains of the organization itself. */
function divisionOfCell({ classes, atomsOfCell }: Scope, cell: number): number {
  const [first] = atomsOfCell.get(cell) ?? []
  if (cell < 0 || first === undefined) return -1
  return at(classes.division, at(classes.ofAtom, first))
}

/** How far people can go up and down, by place among `backgrounds`. */
export interface Reserves {
  readonly room: Float64Array
  readonly spare: Float64Array
}

/** Who is in a remainder, and who is in its division beside it (or in the organization). */
export interface Surroundings {
  readonly near: Reserves
  readonly far: Reserves
}

export function surroundings(scope: Scope, cell: number): Surroundings {
  const near = sumUp(scope, scope.atomsOfCell.get(cell) ?? [])
  const where = cell < 0 ? everywhere : divisionOfCell(scope, cell)
  const whole = scope.byDivision.get(where) ?? near
  const without = (column: 'people' | 'values') =>
    whole[column].map((sum, place) => sum - at(near[column], place))
  const far = { people: without('people'), values: without('values') }
  return { near: reserves(near), far: reserves(far) }
}

function reserves({ people, values }: ByBackground): Reserves {
  return {
    room: people.map((count, place) => 100 * count - at(values, place)),
    spare: values,
  }
}
