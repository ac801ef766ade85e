import { at } from '../statistics/at.ts'
import type { Scope, Surroundings } from './interval-scope.ts'
import { placesOf } from './named-groups.ts'

/**
 * How far the average of a few people can at least move without any figure changing, 0–100:
 * by an exchange with the others of their classes, whom no figure tells apart from them, and
 * by as much as rounding swallows.
 *
 * @param atoms a group
 */
export function exchangeWidth(atoms: readonly number[], scope: Scope): number {
  const { classes, people, values, valuesOfClass } = scope
  const parts = Map.groupBy(atoms, (atom) => at(classes.ofAtom, atom))
  let most = 0
  let least = 0
  let all = 0
  for (const [one, own] of parts) {
    const count = sumOf(own, people)
    const total = at(valuesOfClass, one)
    const others = at(classes.people, one) - count
    most += Math.min(100 * count, total)
    least += Math.max(0, total - 100 * others)
    all += count
  }
  const actual = sumOf(atoms, values)
  return width(atoms, scope, { up: most - actual, down: actual - least, all })
}

/**
 * The same for people of one remainder of a large organization, with others of it who have
 * another background: what one side gains, people of the same background elsewhere in the
 * division give, so that no figure of the remainder, the division or the organization moves.
 *
 * @param atoms a group, all in one remainder
 * @param around that remainder
 */
export function swapWidth(
  atoms: readonly number[],
  around: Surroundings,
  scope: Scope,
): number {
  const all = sumOf(atoms, scope.people)
  const up = swap(atoms, around, scope, 'room', 'spare')
  const down = swap(atoms, around, scope, 'spare', 'room')
  return width(atoms, scope, { up, down, all })
}

/** How much a group can move by swapping: it moves one way, others the other way. */
function swap(
  atoms: readonly number[],
  { near, far }: Surroundings,
  scope: Scope,
  way: keyof Reserve,
  back: keyof Reserve,
): number {
  const { background, classes } = scope
  const parts = Map.groupBy(atoms, (atom) => at(background, at(classes.ofAtom, atom)))
  const own = [...parts].map(([place, some]) => [place, reserveOf(some, scope)] as const)
  const left = {
    near: near[back].slice(),
    way: far[way].slice(),
    back: far[back].slice(),
  }
  for (const [place, mine] of own) take(left.near, place, mine[back])
  return own.reduce((moved, [place, mine]) => moved + swapOne(place, mine[way], left), 0)
}

/** What is left of the others' reserves: nearby, and far away in both directions. */
interface Left {
  readonly near: Float64Array
  readonly way: Float64Array
  readonly back: Float64Array
}

/** Swaps with the same background nearby, then by way of each other one; uses up reserves. */
function swapOne(place: number, wanted: number, left: Left): number {
  const direct = Math.min(wanted, at(left.near, place))
  take(left.near, place, direct)
  let moved = direct
  for (let other = 0; other < left.near.length && moved < wanted; other++) {
    if (other === place || left.near[other] === 0) continue
    const reserves = [at(left.near, other), at(left.way, other), at(left.back, place)]
    const amount = Math.min(wanted - moved, ...reserves)
    if (amount <= 0) continue
    take(left.near, other, amount)
    take(left.way, other, amount)
    take(left.back, place, amount)
    moved += amount
  }
  return moved
}

function take(reserves: Float64Array, place: number, amount: number): void {
  reserves[place] = at(reserves, place) - amount
}

/** How far the values of some people can go up together, and down. */
interface Reserve {
  readonly room: number
  readonly spare: number
}

function reserveOf(atoms: readonly number[], { people, values }: Scope): Reserve {
  const spare = sumOf(atoms, values)
  return { room: 100 * sumOf(atoms, people) - spare, spare }
}

/** The width after rounding has swallowed what it can. */
function width(
  atoms: readonly number[],
  { named, values, up: roomUp, down: roomDown }: Scope,
  moves: { readonly up: number; readonly down: number; readonly all: number },
): number {
  let up = Infinity
  let down = Infinity
  for (const atom of atoms) {
    for (const place of placesOf(named, atom)) {
      up = Math.min(up, at(roomUp, place))
      down = Math.min(down, at(roomDown, place))
    }
  }
  const actual = sumOf(atoms, values)
  const highest = Math.min(100 * moves.all, actual + moves.up + up)
  const lowest = Math.max(0, actual - moves.down - down)
  return (highest - lowest) / moves.all
}

function sumOf(atoms: readonly number[], column: Float64Array): number {
  return atoms.reduce((sum, atom) => sum + at(column, atom), 0)
}
