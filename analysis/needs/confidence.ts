import type { Confidence, Convergence, Interval } from './need.ts'
import type { ItemsCheck } from './validation.ts'

/** What the confidence in a need rests on. */
export interface Grounds {
  readonly interval: Interval
  /** RR; null where unknown */
  readonly responseRate: number | null
  readonly convergence: Convergence
  readonly sources: number
  /** n behind the survey's part; null where the survey says nothing */
  readonly answered: number | null
  /** how far the questions were examined in the languages they were asked in */
  readonly items?: ItemsCheck['kind']
  readonly isSingleItem?: boolean
}

const words: readonly Confidence[] = ['very-low', 'low', 'moderate', 'high']

/**
 * How sure one can be that a need exists (GRADE, simplified): starts at 4, loses points for
 * a wide interval, a low or unknown response rate, dissonance, a single source and items
 * that are not yet validated or stand alone, and gains one where three sources agree.
 *
 * Moderate at most until a pilot has checked the items; low at most with fewer than thirty
 * answers or without a survey. This says nothing of whether a component would help.
 */
export function confidenceOf(grounds: Grounds): Confidence {
  const { interval, responseRate, convergence, sources, answered } = grounds
  const { items = 'not-validated', isSingleItem = false } = grounds
  const isSurveyed = answered !== null
  const points =
    4 -
    widthPenalty(interval) -
    (isSurveyed ? ratePenalty(responseRate) + itemPenalty(items, isSingleItem) : 0) -
    (convergence === 'dissonance' ? 1 : 0) -
    (convergence === 'single-source' ? 1 : 0) +
    (convergence === 'agreement' && sources === 3 ? 1 : 0)
  const mostByItems = items === 'not-validated' ? 3 : 4
  const most = isSurveyed && answered >= 30 ? mostByItems : 2
  return words[Math.max(1, Math.min(most, points)) - 1] ?? 'very-low'
}

function itemPenalty(items: ItemsCheck['kind'], isSingleItem: boolean): number {
  return items !== 'validated' || isSingleItem ? 1 : 0
}

function widthPenalty({ low, high }: Interval): number {
  if (high - low > 40) return 2
  return high - low > 25 ? 1 : 0
}

function ratePenalty(responseRate: number | null): number {
  if (responseRate !== null && responseRate < 0.3) return 2
  return responseRate === null || responseRate < 0.5 ? 1 : 0
}
