import type { Random } from '#analysis/statistics/random.ts'
import { type Alike, sortOut } from './alike.ts'
import { drawAnnihilator, eliminate, isZero, type Row, split } from './elimination.ts'
import { type Few, fewPeople } from './few-people.ts'
import type { Atom, Population } from './population.ts'
import type { Group } from './published.ts'

/** What adding and subtracting published sums tells of few people. */
export interface SpanFindings {
  /** groups of 1 to k − 1 people that were tried */
  readonly tried: number
  /** those of them whose sum can be computed */
  readonly computable: readonly Few[]
  /** sizes below k of what two published groups differ in */
  readonly differences: readonly number[]
  /** the row of a reduced basis that rests on the fewest people */
  readonly smallestRow: SmallestRow
}

/** The fewest people that anything found is about. */
export function fewestOf({ computable, differences, smallestRow }: SpanFindings): number {
  const groups = computable.map(({ people }) => people)
  return Math.min(smallestRow.people, ...differences, ...groups)
}

export interface SmallestRow {
  readonly people: number
  readonly atoms: readonly Atom[]
}

export interface Effort {
  /** fewer people than this are few */
  readonly k: number
  /** orders of pivots at random, of each of two sorts, beside the two by size */
  readonly shuffles: number
  readonly random: Random
}

/**
 * Tries to compute sums over few people from exact published sums, knowing how many answered
 * in every group there is. Tried are all groups of one unit, on any level, with any number of
 * conditions on background; what every two published groups differ in; and the rows of the
 * reduced basis with several orders of pivots.
 */
export function attackSpan(
  population: Population,
  published: readonly Group[],
  { k, shuffles, random }: Effort,
): SpanFindings {
  const alike = sortOut(population, published)
  const sums = published.map(() => [] as number[])
  alike.forEach(({ sums: own }, column) => {
    for (const sum of own) sums[sum]?.push(column)
  })
  const bases = ordersOf(alike, shuffles, random).map((order) => {
    return eliminate(sums, alike.length, order)
  })
  const few = fewPeople(population, k)
  return {
    tried: few.length,
    computable: few.filter(isComputable(alike, bases[0] ?? [], random)),
    differences: smallDifferences(alike, published.length, k),
    smallestRow: smallest(bases.flat(), alike),
  }
}

/**
 * Columns by size, descending and ascending; shuffled; and shuffled so that large ones tend
 * to come first, which leaves small ones to the rows.
 */
function ordersOf(
  alike: readonly Alike[],
  shuffles: number,
  random: Random,
): readonly (readonly number[])[] {
  const columns = [...alike.keys()]
  const people = alike.map((one) => one.people)
  const by = (keys: readonly number[]): readonly number[] =>
    columns.toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
  const shuffled = Array.from({ length: shuffles }, () => [
    by(people.map(() => random())),
    by(people.map((size) => -Math.log(1 - random()) / size ** 4)),
  ])
  return [by(people.map((size) => -size)), by(people), ...shuffled.flat()]
}

/** Two independent draws: by chance alone nothing passes both. */
function isComputable(
  alike: readonly Alike[],
  basis: readonly Row[],
  random: Random,
): (group: Few) => boolean {
  const draws = [0, 1].map(() => {
    const drawn = drawAnnihilator(basis, alike.length, random)
    return new Map(
      alike.flatMap(({ atoms }, column) => {
        const parts = split(drawn[column] ?? 0, atoms.length, random)
        return atoms.map((atom, part) => [atom, parts[part] ?? 0] as const)
      }),
    )
  })
  return ({ atoms }) =>
    draws.every((numbers) => {
      return isZero(atoms.reduce((sum, atom) => sum + (numbers.get(atom) ?? 0), 0))
    })
}

/** Sizes of the differences between two published groups that are 1 to k − 1 people. */
function smallDifferences(
  alike: readonly Alike[],
  groups: number,
  k: number,
): readonly number[] {
  const sizes = new Float64Array(groups)
  const shared = new Map<number, number>()
  for (const { sums, people } of alike) {
    for (const a of sums) {
      sizes[a] = (sizes[a] ?? 0) + people
      for (const b of sums) {
        const pair = a * groups + b
        if (a < b) shared.set(pair, (shared.get(pair) ?? 0) + people)
      }
    }
  }
  return [...shared].flatMap(([pair, people]) => {
    const both = (sizes[Math.floor(pair / groups)] ?? 0) + (sizes[pair % groups] ?? 0)
    const different = both - 2 * people
    return different > 0 && different < k ? [different] : []
  })
}

function smallest(rows: readonly Row[], alike: readonly Alike[]): SmallestRow {
  let best: SmallestRow = { people: Infinity, atoms: [] }
  for (const { values } of rows) {
    const own = alike.filter((_, column) => values[column] !== 0)
    const people = own.reduce((sum, one) => sum + one.people, 0)
    if (people < best.people) best = { people, atoms: own.flatMap(({ atoms }) => atoms) }
  }
  return best
}
