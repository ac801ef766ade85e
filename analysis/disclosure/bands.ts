import type { AnsweredBand, RateBand } from './disclosed.ts'

/** Where bands begin: of fewer than ten answers nothing is shown at all. */
const firstBand = 10

/** How far two numbers of people must be apart to be told apart. */
const narrowest = 5

/** Below this head count a rate has three steps only. */
const steppedBelow = 40

/** From one number of people to another, both included. */
export interface PeopleBand {
  readonly from: number
  readonly to: number
}

/**
 * The band of five people in which n is shown (rule R7).
 *
 * The highest band reaches up to everybody and holds at least five numbers, so that fewer
 * than four people who did not answer are never told apart: rule R12 says so of rates, and
 * a number of answers beside a known head count is one.
 *
 * @param headcount at least n; null where unknown
 */
export function answeredBand(n: number, headcount: number | null): AnsweredBand {
  if (n < firstBand) return { kind: 'hidden' }
  return { kind: 'shown', ...bandOf(n, narrowest, headcount) }
}

/** Where the bands of groups begin whose head count nobody knows. */
const groupBands = [
  10, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000,
]

/**
 * The band in which n of a group by background is shown. The employer may know how many
 * there are of each background although we do not, so that bands of five would tell of
 * almost everybody's answering much more often; these are wide.
 */
export function groupBand(n: number): AnsweredBand {
  const index = groupBands.findLastIndex((from) => n >= from)
  const from = groupBands[index]
  if (from === undefined) return { kind: 'hidden' }
  return { kind: 'shown', from, to: (groupBands[index + 1] ?? 10 * from) - 1 }
}

/**
 * What n counts as wherever a figure needs so many answers, and in the bounds of figures:
 * the lower end of its band, 0 when hidden. A decision on n itself would tell n.
 */
export function countsAs(band: AnsweredBand): number {
  return band.kind === 'shown' ? band.from : 0
}

/** The one number that stands for a band: its middle, rounded down, never above N. */
export function midpointOf({ from, to }: PeopleBand, headcount: number | null): number {
  return Math.min(Math.floor((from + to) / 2), headcount ?? Infinity)
}

/**
 * The response rate as it may be read: as wide as the wider of five points and five people,
 * and in three steps below 40 people (rule R12).
 *
 * Rates are joined bands of n, not bands of percent: those would cut across the bands of n
 * and tell n exactly. (Of 98 people, "75 to 79" beside "80 to 90 %" can only be 79.)
 *
 * @param headcount at least n; null where unknown
 * @returns whole percent, rounded outward
 */
export function rateBand(n: number, headcount: number | null): RateBand {
  if (n < firstBand) return { kind: 'hidden' }
  if (headcount === null) return { kind: 'unknown' }
  if (headcount < steppedBelow) return rateStep(n, headcount)

  const fivePoints = Math.ceil(headcount / 20)
  const width = narrowest * Math.ceil(Math.max(narrowest, fivePoints) / narrowest)
  const { from, to } = bandOf(n, width, headcount)
  return {
    kind: 'band',
    from: Math.floor((100 * from) / headcount),
    to: Math.ceil((100 * to) / headcount),
  }
}

function rateStep(n: number, headcount: number): RateBand {
  const rate = midpointOf(bandOf(n, narrowest, headcount), headcount) / headcount
  if (rate < 0.4) return { kind: 'step', step: 'below-half' }
  return { kind: 'step', step: rate > 0.6 ? 'above-half' : 'about-half' }
}

/** Bands of `width` numbers from ten on; the highest has all that are left, `width` at least. */
function bandOf(n: number, width: number, headcount: number | null): PeopleBand {
  const startOf = (people: number): number =>
    firstBand + width * Math.floor((people - firstBand) / width)
  const from = startOf(n)
  if (headcount === null) return { from, to: from + width - 1 }

  const highest = Math.max(firstBand, startOf(headcount + 1 - width))
  if (from >= highest) return { from: highest, to: headcount }
  return { from, to: from + width - 1 }
}
