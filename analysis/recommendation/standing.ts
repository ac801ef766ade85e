import type { Interval } from '../needs/need.ts'
import { parameters } from '../needs/parameters.ts'
import { inTwentieths } from '../needs/round.ts'
import { mean } from '../statistics/moments.ts'
import { centralInterval, quantile } from '../statistics/quantile.ts'

/** What the draws of a priority come to, rounded as it is said. */
export interface Standing {
  /** median, 0–100, whole */
  readonly priority: number
  /** 90 % of the draws */
  readonly interval: Interval
  /** P(priority ≥ 30), to .05 */
  readonly aboveLine: number
  /** P(priority ≥ 20), to .05 */
  readonly aboveLowerLine: number
}

/**
 * @param priorities by draw, 0–100
 * @throws RangeError without draws
 */
export function standingOf(priorities: ArrayLike<number>): Standing {
  const { low, high } = centralInterval(priorities, parameters.needLevel)
  return {
    priority: Math.round(quantile(priorities, 0.5)),
    interval: { low: Math.round(low), high: Math.round(high) },
    aboveLine: chanceFrom(parameters.tiers.line, priorities),
    aboveLowerLine: chanceFrom(parameters.tiers.lowerLine, priorities),
  }
}

function chanceFrom(line: number, priorities: ArrayLike<number>): number {
  return inTwentieths(mean(Array.from(priorities, (one) => (one >= line ? 1 : 0))))
}
