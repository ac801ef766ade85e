import { answeredBand, countsAs, groupBand } from './bands.ts'
import type { ItemAnswers, MeasuredAnswers, MeasuredScale } from './counts.ts'
import type {
  AnsweredBand,
  Figure,
  ReleasedDrivers,
  ReleasedItem,
  ReleasedScale,
} from './disclosed.ts'
import { exclusiveShares } from './exclusive-shares.ts'
import {
  coarseShareGrid,
  groupShareGrid,
  hiddenFigure,
  shareFigure,
  shareGrid,
} from './figures.ts'
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
  const { id, options, forAll } = item
  const enough = leastForItem(item, least)
  // Who sees a conditional item is a group whose size the employer may know.
  const bandOf = (n: number) => (forAll ? answeredBand(n, headcount) : groupBand(n))
  const { shown, declined, answered, chosen } = measured?.items[id] ?? nothing
  const refused = countsAs(bandOf(shown))
  const figures = choiceFigures(
    item,
    options.map((option) => chosen[option] ?? 0),
    answered,
    bandOf(answered),
    { enough, people: least.group },
  )
  return {
    declined: refused >= enough ? shareFigure(declined, shown, refused) : hiddenFigure,
    chosen: Object.fromEntries(
      options.map((option, at) => [option, figures[at] ?? hiddenFigure]),
    ),
  }
}

function choiceFigures(
  { own, several }: PlannedItem,
  counts: readonly number[],
  n: number,
  band: AnsweredBand,
  { enough, people }: { readonly enough: number; readonly people: number },
): readonly Figure[] {
  const behind = countsAs(band)
  if (band.kind === 'hidden' || behind < enough) return counts.map(() => hiddenFigure)
  if (several) return counts.map((count) => shareFigure(count, n, behind))
  const grids = own
    ? [groupShareGrid(behind, people)]
    : [shareGrid(behind), coarseShareGrid(behind)]
  return exclusiveShares(counts, n, band, grids)
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
