import { at } from '../statistics/at.ts'
import { type Classes, classify, type Family, shownAnswers } from './classes.ts'
import type { Crossing } from './crossing.ts'
import { type FigureSlots, figureSlots } from './figure-slots.ts'
import { type NamedGroups, nameGroups, placeOfGroup, sumGroups } from './named-groups.ts'
import { partnersIn } from './partners.ts'
import type { ShownSum } from './shown-sums.ts'
import { smallGroups } from './small-groups.ts'

/** Those who answered one construct, and what the figures shown of them tell apart. */
export interface Crowd {
  readonly named: NamedGroups
  readonly classes: Classes
  /** by atom */
  readonly people: Float64Array
  /** people in every group that can be named, by its place */
  readonly counts: Float64Array
  /** the groups of 1 to 4 of them that can be named, as atoms */
  readonly few: readonly (readonly number[])[]
  /** by class: one of its atoms */
  readonly memberOf: Int32Array
  readonly slots: FigureSlots
  /** by class: those to exchange answers with, itself first */
  readonly partnersOf: (one: number) => Iterable<number>
}

/** One kind of figure, as people answered and as it is shown. */
export interface Scope extends Crowd {
  /** what people's values of 0–100 add up to, by atom and by class */
  readonly values: Float64Array
  readonly valuesOfClass: Float64Array
  /**
   * By place of the group that can be named: how far its sum can go up and down before its
   * figure changes; without end where none is shown.
   */
  readonly up: Float64Array
  readonly down: Float64Array
}

/** @param people by atom */
export function crowdOf(crossing: Crossing, family: Family, people: Float64Array): Crowd {
  const named = nameGroups(crossing)
  const counts = sumGroups(named, people)
  const shown = shownAnswers(crossing, family)
  const classes = classify(crossing, family, shown, people)
  const memberOf = new Int32Array(classes.count)
  classes.ofAtom.forEach((one, atom) => {
    if (one >= 0) memberOf[one] = atom
  })
  const few = smallGroups(named, people, counts)
  const slots = figureSlots(named, family, shown, classes, memberOf)
  const partnersOf = partnersIn(classes)
  return { named, classes, people, counts, few, memberOf, slots, partnersOf }
}

/** @param values 0–100 for each person, added up by atom */
export function scopeOf(
  crowd: Crowd,
  values: Float64Array,
  shown: readonly ShownSum[],
): Scope {
  const { named, classes, counts } = crowd
  const totals = sumGroups(named, values)
  const up = new Float64Array(named.size).fill(Infinity)
  const down = new Float64Array(named.size).fill(Infinity)
  for (const { node, condition, low, high } of shown) {
    const place = placeOfGroup(named, node, condition)
    const [n, total] = [at(counts, place), at(totals, place)]
    up[place] = Math.max(0, high * n - total)
    down[place] = Math.max(0, total - low * n)
  }
  const valuesOfClass = addUp(classes.ofAtom, values, classes.count)
  return { ...crowd, values, valuesOfClass, up, down }
}

function addUp(ofAtom: Int32Array, values: Float64Array, count: number): Float64Array {
  const sums = new Float64Array(count)
  ofAtom.forEach((one, atom) => {
    if (one >= 0) sums[one] = at(sums, one) + at(values, atom)
  })
  return sums
}
