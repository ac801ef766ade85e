import { drawNormal } from './draws.ts'
import { cohensH, hedgesG, pooledDeviation } from './effect-sizes.ts'
import type { MeanSample } from './finite-mean.ts'
import { differenceOfShares } from './newcombe.ts'
import { drawShare, jeffreys, type Sample } from './predictive.ts'
import { centralInterval, type Interval } from './quantile.ts'
import type { Random } from './random.ts'
import { differenceOfMeans } from './welch.ts'

/** A change between two waves, or a difference between two groups. */
export type Change = ShareChange | MeanChange

export interface ShareChange {
  readonly measure: 'share'
  /** the second share less the first: .1 is ten percentage points more */
  readonly difference: number
  /** at 95 % */
  readonly interval: Interval
  readonly cohensH: number
}

export interface MeanChange {
  readonly measure: 'mean'
  /** the second mean less the first, in the unit of the values */
  readonly difference: number
  /** at 95 % */
  readonly interval: Interval
  /** null where nobody differs from anybody in their own wave, so that there is none */
  readonly hedgesG: number | null
}

/**
 * How far a share is from what it was, in closed form.
 *
 * The waves are taken as independent, although mostly the same people answer and nobody
 * can link their answers. People tend to stay as they are, so the interval is rather too
 * wide than too narrow. Two groups without a member in common are compared in the same way.
 *
 * @param before with k of a released share: it need not be whole
 * @param after likewise
 * @throws RangeError as `differenceOfShares`
 * @see `differenceOfShares`, `cohensH`. Tested against R.
 */
export function changeOfShare(before: Sample, after: Sample): ShareChange {
  return shareChange(before, after, differenceOfShares(after, before).interval)
}

/**
 * How far a share is from what it was, from draws of both waves: those who did not answer
 * may differ from those who did, by σ logits, and in each wave in its own way.
 *
 * @param sigma logits; 0 where not answering is thought to say nothing, or the same in both
 * @param draws how many, at least 1
 * @throws RangeError as `drawShare`, without answers, or without draws
 * @see `predictiveInterval`.
 */
export function predictiveChange(
  random: Random,
  before: Sample,
  after: Sample,
  { sigma, draws }: { sigma: number; draws: number },
): ShareChange {
  const draw = (sample: Sample): number =>
    drawShare(random, sample, jeffreys, sigma * drawNormal(random))
  const changes = Float64Array.from({ length: draws }, () => draw(after) - draw(before))
  return shareChange(before, after, centralInterval(changes, 0.95))
}

/**
 * How far a mean is from what it was; independent waves as in `changeOfShare`.
 *
 * @param before two answers or more
 * @param after likewise
 * @throws RangeError as `differenceOfMeans`
 * @see `differenceOfMeans`, `hedgesG`. Tested against R.
 */
export function changeOfMean(before: MeanSample, after: MeanSample): MeanChange {
  const { difference, interval } = differenceOfMeans(after, before)
  const hasSpread = pooledDeviation(after, before) > 0
  return {
    measure: 'mean',
    difference,
    interval,
    hedgesG: hasSpread ? hedgesG(after, before) : null,
  }
}

/**
 * Whether a change is worth a sentence: its interval leaves out 0, and it is ten percentage
 * points or more, or for means |g| ≥ .30. Both count where they are met exactly.
 *
 * A mean that changed while everybody agreed in both waves is notable however little it
 * changed: it has no g, and no chance in it.
 */
export function isNotable(change: Change): boolean {
  const { low, high } = change.interval
  if (low <= 0 && high >= 0) return false
  if (change.measure === 'share') {
    return Math.abs(change.difference) >= notableShare - rounding
  }
  return change.hedgesG === null || Math.abs(change.hedgesG) >= notableG - rounding
}

const notableShare = 0.1
const notableG = 0.3
/** In binary arithmetic .5 − .4 is less than .1. */
const rounding = 1e-9

function shareChange(before: Sample, after: Sample, interval: Interval): ShareChange {
  const first = shareOf(before)
  const second = shareOf(after)
  return {
    measure: 'share',
    difference: second - first,
    interval,
    cohensH: cohensH(second, first),
  }
}

function shareOf({ cases, answered }: Sample): number {
  if (answered === 0) throw new RangeError('expected at least one answer, got none')
  return cases / answered
}
