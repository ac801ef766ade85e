import { at } from '../statistics/at.ts'
import { seededRandom } from '../statistics/random.ts'
import { type Classes, classify, type Family, shownAnswers } from './classes.ts'
import { smallContrasts } from './contrast-rule.ts'
import type { Crossing } from './crossing.ts'
import type { Fault } from './fault.ts'
import { primes } from './modular.ts'
import { type NamedGroups, nameGroups, sumGroups, whereIs } from './named-groups.ts'
import { reducedRows } from './reduced-rows.ts'
import { drawBlind, type Span, spanOf } from './span.ts'

/**
 * Where figures of these units and groups, taken together, tell of fewer than k people
 * (rules R4 and R4b).
 *
 * - R4: no group that can be named, of 1 to k − 1 people, is a sum of shown figures. Named
 *   are all units, shown or not, with up to one condition on background, and the organization
 *   and its divisions with up to two; and no remainder of the unit tree, which rule R2 keeps
 *   large, has so few.
 * - R4b: no two shown groups differ in 1 to k − 1 people, and no row of the reduced basis
 *   rests on so few, whichever of many orders it is reduced in.
 *
 * Arithmetic modulo a prime; a group counts only when a second prime finds it too.
 *
 * @param people by atom: those behind the figures
 * @returns none when it is safe
 */
export function findFaults(
  crossing: Crossing,
  family: Family,
  people: Float64Array,
  k: number,
): readonly Fault[] {
  const named = nameGroups(crossing)
  const counts = sumGroups(named, people)
  const contrasts = smallContrasts(named, family, counts, k)
  if (contrasts.length > 0) return contrasts
  const shown = shownAnswers(crossing, family)
  const classes = classify(crossing, family, shown, people)
  const remainders = smallRemainders(classes, k)
  if (remainders.length > 0) return remainders
  const bySize = largestFirst(classes)
  const [first, second] = primes
  const span = spanOf(classes, shown, bySize, first)
  const suspects = smallGroupsIn(span, named, counts, k)
  const groups =
    suspects.length === 0
      ? suspects
      : smallGroupsIn(spanOf(classes, shown, bySize, second), named, counts, k).filter(
          (place) => suspects.includes(place),
        )
  if (groups.length > 0) return groups.map((place) => whereIs(named, place))
  const own = smallRows(span, k)
  if (own.length > 0) return own
  for (const order of otherOrders(classes)) {
    const rows = smallRows(spanOf(classes, shown, order, first), k)
    if (rows.length > 0) return rows
  }
  return []
}

/**
 * How many orders are tried at random. One of them finds an existing row of few people in a
 * quarter of the cases or more (measured), so that forty miss one in a hundred thousand.
 */
const mostOrders = 40

/** In large organizations fewer orders, so that all of them hold about so many classes. */
const classesTried = 40_000

/** Places of the groups of 1 to k − 1 people that are sums of shown figures. */
function smallGroupsIn(
  span: Span,
  named: NamedGroups,
  counts: Float64Array,
  k: number,
): readonly number[] {
  const blind = sumGroups(named, spread(span, `blind ${span.prime}`))
  const found: number[] = []
  counts.forEach((count, place) => {
    if (count > 0 && count < k && at(blind, place) % span.prime === 0) found.push(place)
  })
  return found
}

/** Spreads the blind number of each class over its atoms, at random: they tell no less. */
function spread(span: Span, seed: string): Float64Array {
  const { classes, prime } = span
  const random = seededRandom(`${seed} atoms`)
  const left = drawBlind(span, seed)
  const last = new Int32Array(classes.count).fill(-1)
  const blind = new Float64Array(classes.ofAtom.length)
  classes.ofAtom.forEach((one, atom) => {
    if (one < 0) return
    const before = at(last, one)
    if (before >= 0) {
      const part = Math.floor(random() * prime)
      blind[before] = part
      left[one] = (at(left, one) - part + prime) % prime
    }
    last[one] = atom
  })
  last.forEach((atom, one) => {
    if (atom >= 0) blind[atom] = at(left, one)
  })
  return blind
}

/** Then the last rows rest on the smallest classes. */
function largestFirst({ count, people }: Classes): readonly number[] {
  const order = Array.from({ length: count }, (_, one) => one)
  return order.sort((a, b) => at(people, b) - at(people, a) || a - b)
}

/**
 * Smallest first, and then at random, the larger a class the likelier it comes first: a sum
 * over few people stands out where one of its small classes is a pivot and no other is.
 */
function otherOrders(classes: Classes): readonly (readonly number[])[] {
  const smallestFirst = largestFirst(classes).toReversed()
  const random = seededRandom('orders')
  const count = Math.min(mostOrders, Math.ceil(classesTried / classes.count))
  const shuffled = Array.from({ length: count }, () => {
    const turns = Float64Array.from(classes.people, (people) => {
      return -Math.log(1 - random()) / people ** 4
    })
    return smallestFirst.toSorted((a, b) => at(turns, a) - at(turns, b))
  })
  return [smallestFirst, ...shuffled]
}

/** What shown units leave of the one above them, where that is 1 to k − 1 people. */
function smallRemainders(
  { people, cell, division }: Classes,
  k: number,
): readonly Fault[] {
  const sizes = new Map<number, number>()
  cell.forEach((one, index) => {
    sizes.set(one, (sizes.get(one) ?? 0) + at(people, index))
  })
  const small = [...cell.keys()].filter((index) => (sizes.get(at(cell, index)) ?? k) < k)
  const divisions = new Set(small.map((index) => at(division, index)))
  return [...divisions].map((one) => ({ division: one, filters: [] }))
}

/** The rows of the reduced basis that rest on 1 to k − 1 people. */
function smallRows(span: Span, k: number): readonly Fault[] {
  const divisions = new Set<number>()
  for (const { start, values, division } of reducedRows(span)) {
    const rests = restsOn(values, span.classes.people, start, k)
    if (rests > 0 && rests < k) divisions.add(division)
  }
  return [...divisions].map((division) => ({ division, filters: [] }))
}

/** People of the classes a row is not 0 in; stops counting at `enough`. */
function restsOn(
  row: Float64Array,
  people: Float64Array,
  start: number,
  enough: number,
): number {
  let total = 0
  for (let i = 0; i < row.length && total < enough; i++) {
    if (row[i] !== 0) total += people[start + i] ?? 0
  }
  return total
}
