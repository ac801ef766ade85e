import { at } from './at.ts'
import { sum } from './moments.ts'
import { peopleOf } from './weighting.ts'

/** How far weights may go, as multiples of their mean. */
export interface WeightBounds {
  /** above 0, at most 1 */
  readonly least: number
  /** 1 or more */
  readonly most: number
}

/** A third and three times the mean. */
export const usualBounds: WeightBounds = { least: 1 / 3, most: 3 }

/**
 * Cuts weights off at [⅓, 3] times their mean. What is cut off is spread over the others,
 * which keep their proportions, so that the total and therefore the mean stay.
 *
 *   w′ = min(U, max(L, c·w)),  c such that Σ n w′ = Σ n w
 *
 * Margins the weights were raked to are then missed. To keep both, give `rake` the bounds;
 * this is for where that is refused.
 *
 * @param weights above 0
 * @param answered n of each weight; 1 for each where left out
 * @returns in the unit of the weights
 * @throws RangeError without weights, when a weight or n is not above 0, when the numbers
 *   differ, or for bounds that leave the mean out
 * @see Potter (1990), Proceedings of the Survey Research Methods Section, ASA, 225–230.
 *   Tested against R.
 */
export function trimWeights(
  weights: readonly number[],
  answered: readonly number[] = weights.map(() => 1),
  bounds: WeightBounds = usualBounds,
): readonly number[] {
  checkBounds(bounds)
  const total = peopleOf(weights, answered)
  const range = rangeOf(bounds, total / sum(answered))
  const factor = factorFor(total, weights, answered, range)
  return weights.map((weight) => cutOff(factor * weight, range))
}

/** From one weight to another, both included. */
export interface WeightRange {
  readonly low: number
  readonly high: number
}

/**
 * The weights that bounds allow.
 *
 * @param average the mean weight, above 0
 * @returns in the unit of the weights
 */
export function rangeOf({ least, most }: WeightBounds, average: number): WeightRange {
  return { low: least * average, high: most * average }
}

/** The weight of the range that is nearest: min(U, max(L, w)). */
export function cutOff(weight: number, { low, high }: WeightRange): number {
  return Math.min(high, Math.max(low, weight))
}

/**
 * The factor by which weights must be multiplied before they are cut off, so that they
 * stand for so many people: c with Σ n min(U, max(L, c·w)) = total.
 *
 * @param total where the range does not allow it, c is that of the nearest it allows
 * @param weights above 0
 * @param answered n of each weight, above 0
 * @returns above 0
 * @throws RangeError otherwise
 */
export function factorFor(
  total: number,
  weights: readonly number[],
  answered: readonly number[],
  range: WeightRange,
): number {
  const uncut = total / peopleOf(weights, answered)
  if (weights.every((weight) => isWithin(uncut * weight, range))) return uncut

  // What is reached grows with c, in straight lines between the places where a weight
  // leaves the low end or comes to the high end.
  const bends = bendsOf(weights, answered, range)
  let reached = range.low * sum(answered)
  let slope = 0
  let factor = bends[0]?.factor ?? uncut
  if (total <= reached) return factor
  for (const bend of bends) {
    const next = reached + slope * (bend.factor - factor)
    if (next >= total && slope > 0) {
      return Math.min(bend.factor, factor + (total - reached) / slope)
    }
    reached = next
    slope += bend.steeper
    factor = bend.factor
  }
  return factor
}

function isWithin(weight: number, { low, high }: WeightRange): boolean {
  return low <= weight && weight <= high
}

function bendsOf(
  weights: readonly number[],
  answered: readonly number[],
  { low, high }: WeightRange,
): readonly { readonly factor: number; readonly steeper: number }[] {
  return weights
    .flatMap((weight, cell) => {
      const part = at(answered, cell) * weight
      return [
        { factor: low / weight, steeper: part },
        { factor: high / weight, steeper: -part },
      ]
    })
    .sort((a, b) => a.factor - b.factor)
}

/** @throws RangeError for bounds that leave the mean out */
export function checkBounds({ least, most }: WeightBounds): void {
  if (!(least > 0 && least <= 1 && most >= 1 && most < Infinity)) {
    throw new RangeError(`expected bounds around the mean, got ${least} and ${most}`)
  }
}
