import type { Figure } from './disclosed.ts'

/** One look for everything that is not shown, whatever the reason (rule R13). */
export const hiddenFigure: Figure = { kind: 'hidden' }

/** On 0–100: the steps a figure is shown in, and the ends beyond which only they are. */
export interface Grid {
  readonly step: number
  readonly low: number
  readonly high: number
}

/**
 * How a mean need may be read: in steps of 2.5 (5 below thirty answers), and within
 *
 *   [2R/n, R − 2R/n],  R = 100
 *
 * beyond which it says only "at most" or "at least" (rules R5, R7). Then the mean of any
 * four unknown people in the group stays open by half the scale.
 *
 * @param countsAs the lower end of the band n is shown in, at least 10: bounds computed
 *   from n itself would tell n
 */
export function meanGrid(countsAs: number): Grid {
  return gridOf(200 / countsAs, countsAs < 30 ? 5 : 2.5)
}

/**
 * How a share may be read: in steps of 5 points below 100 answers, else of 1 point, and
 * within [4/n, 1 − 4/n] (rules R6, R7).
 *
 * @param countsAs as for a mean, at least 20
 */
export function shareGrid(countsAs: number): Grid {
  return gridOf(400 / countsAs, countsAs < 100 ? 5 : 1)
}

/**
 * How the share of an answer may be read that an organization made up itself, and that may
 * therefore be a group of people as well as an opinion: in steps of 5 points, and clipped to
 * [k/n, 1 − k/n], so that it tells of fewer than k people as little as a group's figure does.
 *
 * @param countsAs as for a share
 * @param people k
 */
export function groupShareGrid(countsAs: number, people: number): Grid {
  return gridOf((100 * people) / countsAs, 5)
}

/** In steps of 5 points whatever n is, else as a share. */
export function coarseShareGrid(countsAs: number): Grid {
  return gridOf(400 / countsAs, 5)
}

/** The ends are the first steps inside the bounds, so that rounding never crosses these. */
function gridOf(bound: number, step: number): Grid {
  const low = step * Math.ceil(bound / step)
  return { step, low, high: 100 - low }
}

/** The figure of a mean need; `sumOfNeed` adds up n scores of 0–100. */
export function meanFigure(sumOfNeed: number, n: number, countsAs: number): Figure {
  return readOff(sumOfNeed / n, meanGrid(countsAs))
}

/** The figure of a share: its value is 0–1, exact to the hundredth. */
export function shareFigure(count: number, n: number, countsAs: number): Figure {
  return readShare(count, n, shareGrid(countsAs))
}

/** A share as a grid lets it be read. */
export function readShare(
  count: number,
  n: number,
  grid: Grid,
): Exclude<Figure, { kind: 'hidden' }> {
  const figure = readOff((100 * count) / n, grid)
  return { ...figure, value: figure.value / 100 }
}

/**
 * A mean on a boundary between two steps must fall on the same side in whatever order its
 * scores were added up: the last bits of the sum differ from order to order.
 */
function readOff(
  computed: number,
  { step, low, high }: Grid,
): Exclude<Figure, { kind: 'hidden' }> {
  const value = Math.round(computed * 1e9) / 1e9
  if (value < low) return { kind: 'at-most', value: low }
  if (value > high) return { kind: 'at-least', value: high }
  return { kind: 'shown', value: step * Math.round(value / step) }
}
