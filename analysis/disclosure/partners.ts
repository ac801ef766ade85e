import { at } from '../statistics/at.ts'
import type { Classes } from './classes.ts'

/**
 * With whom each class may exchange answers so that few figures move: those of the same
 * remainder of the unit tree, whose units' figures are the same, and those of the same shown
 * background and division elsewhere, whose other figures are.
 */
export function partnersIn(classes: Classes): (one: number) => Iterable<number> {
  const { count, cell } = classes
  const all = Array.from({ length: count }, (_, one) => one)
  const inCell = Map.groupBy(all, (one) => at(cell, one))
  const keys = backgroundKeys(classes)
  const alike = Map.groupBy(all, (one) => at(keys, one))
  return function* (one) {
    yield one
    yield* inCell.get(at(cell, one)) ?? []
    yield* alike.get(at(keys, one)) ?? []
  }
}

/** By class: a number for its division and shown background. */
function backgroundKeys({ count, division, labels }: Classes): Float64Array {
  const keys = Float64Array.from({ length: count }, (_, one) => at(division, one) + 1)
  for (const label of labels) {
    for (let one = 0; one < count; one++) {
      keys[one] = 129 * at(keys, one) + at(label, one) + 1
    }
  }
  return keys
}
