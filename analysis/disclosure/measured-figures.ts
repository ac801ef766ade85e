import { answeredBand, countsAs } from './bands.ts'
import type { ItemAnswers, MeasuredAnswers, MeasuredScale } from './counts.ts'
import type { Figure, ReleasedDrivers, ReleasedItem, ReleasedScale } from './disclosed.ts'
import { hiddenFigure, shareFigure } from './figures.ts'
import type { PlannedDrivers } from './planned-drivers.ts'
import { handlingOf, type PlannedItem } from './publication-plan.ts'
import type { Thresholds } from './rules.ts'

/** How many must have answered an item before its answers are shown (rule R8). */
export function leastForItem(
  { construct, topic }: Pick<PlannedItem, 'construct' | 'topic'>,
  least: Thresholds,
): number {
  const about = construct ?? topic
  const handling = about ? handlingOf(about) : 'sensitive'
  switch (handling) {
    case 'common':
      return least.list
    case 'sensitive':
      return least.sensitiveList
    case 'rare':
      return Math.max(least.sensitiveList, least.rareShare)
  }
}

/** What people chose, as clipped shares of the organization; all hidden where too few did. */
export function itemFigures(
  item: PlannedItem,
  measured: MeasuredAnswers | null,
  headcount: number | null,
  least: Thresholds,
): ReleasedItem {
  const { id, options } = item
  const enough = leastForItem(item, least)
  const share = (count: number, n: number): Figure => {
    const counts = countsAs(answeredBand(n, headcount))
    return counts >= enough ? shareFigure(count, n, counts) : hiddenFigure
  }
  const { shown, declined, answered, chosen } = measured?.items[id] ?? nothing
  const figures = options.map((option) => [option, share(chosen[option] ?? 0, answered)])
  return { declined: share(declined, shown), chosen: Object.fromEntries(figures) }
}

const nothing: ItemAnswers = { shown: 0, declined: 0, answered: 0, chosen: {} }

/** How reliable a scale is, to .01. */
export function scaleFigures(
  scale: MeasuredScale | undefined,
  headcount: number | null,
  least: Thresholds,
): ReleasedScale {
  if (!scale) return { kind: 'hidden' }
  if (countsAs(answeredBand(scale.rows, headcount)) < least.reliability) {
    return { kind: 'hidden' }
  }
  const { alpha, interval, omega, itemRest } = scale
  const rests = Object.entries(itemRest).map(([item, r]) => [item, inHundredths(r)])
  return {
    kind: 'shown',
    alpha: inHundredths(alpha),
    interval: interval && {
      low: Math.floor(100 * interval.low + tiny) / 100,
      high: Math.ceil(100 * interval.high - tiny) / 100,
    },
    omega: inHundredths(omega),
    itemRest: Object.fromEntries(rests),
  }
}

/** In binary arithmetic 100 × .07 is more than 7. */
const tiny = 1e-9

function inHundredths(value: number | null): number | null {
  return value === null ? null : Math.round(100 * value) / 100 + 0 // never −0
}

/**
 * What goes together with work, to .05, in the order of what is shown: of exactly the needs
 * that were planned.
 */
export function driverFigures(
  planned: PlannedDrivers | null,
  measured: MeasuredAnswers | null,
  headcount: number | null,
  least: Thresholds,
): ReleasedDrivers {
  const found = measured?.drivers
  if (!found || !planned) return { kind: 'hidden' }
  const { predictors } = planned
  const needed = Math.max(least.drivers, least.driversEach * predictors.length)
  if (countsAs(answeredBand(found.rows, headcount)) < needed) return { kind: 'hidden' }
  const weights = predictors
    .map((construct) => ({ construct, weight: inTwentieths(found.weights[construct]) }))
    .sort((a, b) => b.weight - a.weight || (a.construct < b.construct ? -1 : 1))
  return { kind: 'shown', weights }
}

function inTwentieths(weight = 0): number {
  return Math.round(20 * weight) / 20
}
