import { at } from '../statistics/at.ts'
import type { Scope } from './interval-scope.ts'

/**
 * How far the average of a few people can at least move without any figure changing, 0–100:
 * up from what they answered, and down, while others move the other way by as much. Others
 * of their classes do so unseen; others of their units, and people of their background
 * elsewhere, as far as rounding swallows it; and what is left it may swallow by itself.
 *
 * Every step is one that answers can take together with those before it, so what is found
 * is sure. It need not be all there is.
 *
 * @param atoms a group
 * @param enough when this much is sure, nothing more is tried
 */
export function exchangeWidth(
  atoms: readonly number[],
  scope: Scope,
  enough: number,
): number {
  const people = sumOf(atoms, scope.people)
  const up = new Exchange(scope, atoms, 1).reach(enough * people)
  const down = new Exchange(scope, atoms, -1).reach(enough * people - up)
  return (up + down) / people
}

/** Answers moving in one direction for some people, and back for others. */
class Exchange {
  readonly #scope: Scope
  readonly #sign: 1 | -1
  readonly #parts: ReadonlyMap<number, readonly number[]>
  /** by place of a figure: how far its sum has moved */
  readonly #moved = new Map<number, number>()
  /** by class: how far others have moved back */
  readonly #given = new Map<number, number>()

  constructor(scope: Scope, atoms: readonly number[], sign: 1 | -1) {
    this.#scope = scope
    this.#sign = sign
    this.#parts = Map.groupBy(atoms, (atom) => at(scope.classes.ofAtom, atom))
  }

  /** @returns how far the group moves, `wanted` at most */
  reach(wanted: number): number {
    let reached = 0
    for (const [one, own] of this.#parts) {
      reached += this.#reachOf(
        one,
        Math.min(wanted - reached, this.#room(own, this.#sign)),
      )
    }
    return reached
  }

  #reachOf(one: number, wanted: number): number {
    let left = wanted
    for (const other of this.#scope.partnersOf(one)) {
      if (left <= 0) break
      left -= this.#move(one, other, Math.min(left, this.#reserve(other)))
    }
    left -= this.#move(one, -1, left)
    return wanted - left
  }

  /** How far some people can go in a direction. */
  #room(atoms: readonly number[], sign: 1 | -1): number {
    const { people, values } = this.#scope
    const sum = sumOf(atoms, values)
    return sign < 0 ? sum : 100 * sumOf(atoms, people) - sum
  }

  /** How far the others of a class can still move back. */
  #reserve(one: number): number {
    const { classes, valuesOfClass } = this.#scope
    const sum = at(valuesOfClass, one)
    const all = this.#sign > 0 ? sum : 100 * at(classes.people, one) - sum
    const own = this.#room(this.#parts.get(one) ?? [], this.#sign > 0 ? -1 : 1)
    return all - own - (this.#given.get(one) ?? 0)
  }

  /**
   * Moves people of one class, and of another one back.
   *
   * @param other −1 for nobody
   * @returns how far no figure stands against it, `wanted` at most
   */
  #move(one: number, other: number, wanted: number): number {
    const back = this.#sign > 0 ? -1 : 1
    const mine = this.#figuresOf(one, other)
    const theirs = this.#figuresOf(other, one)
    const amount = Math.min(
      wanted,
      ...mine.map((place) => this.#slack(place, this.#sign)),
      ...theirs.map((place) => this.#slack(place, back)),
    )
    if (amount <= 0) return 0
    for (const place of mine) this.#shift(place, this.#sign * amount)
    for (const place of theirs) this.#shift(place, back * amount)
    this.#given.set(other, (this.#given.get(other) ?? 0) + amount)
    return amount
  }

  /** The figures that one class counts in and another does not; −1 for nobody. */
  #figuresOf(one: number, without: number): readonly number[] {
    const { width, places } = this.#scope.slots
    const found: number[] = []
    for (let slot = 0; slot < width && one >= 0; slot++) {
      const place = places[one * width + slot] ?? -1
      const other = without < 0 ? -1 : places[without * width + slot]
      if (place >= 0 && place !== other) found.push(place)
    }
    return found
  }

  #shift(place: number, by: number): void {
    this.#moved.set(place, (this.#moved.get(place) ?? 0) + by)
  }

  #slack(place: number, sign: 1 | -1): number {
    const moved = this.#moved.get(place) ?? 0
    return sign > 0
      ? at(this.#scope.up, place) - moved
      : at(this.#scope.down, place) + moved
  }
}

function sumOf(atoms: readonly number[], column: Float64Array): number {
  return atoms.reduce((sum, atom) => sum + at(column, atom), 0)
}
