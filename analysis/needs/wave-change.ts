import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { countsAs } from '../disclosure/bands.ts'
import type { Cell, Disclosed, Figure, Release } from '../disclosure/disclosed.ts'
import { z95 } from '../statistics/distributions.ts'
import type { SameUnit } from './unit-identity.ts'

/** How a mean need changed from one release to the next, in steps of five of 100. */
export type WaveChange =
  | { readonly kind: 'change'; readonly points: number }
  | { readonly kind: 'no-clear-change' }
  | { readonly kind: 'hidden' }

export interface ConstructChange {
  readonly construct: ConstructId
  /** the mean of the organization as the earlier release has it */
  readonly was: Figure
  readonly organization: WaveChange
  /** units that are the same in both releases, by their later id; no other is compared */
  readonly units: Readonly<Record<string, WaveChange>>
}

/** Changes are told in steps of so many points, and smaller ones are none. */
const step = 5
/** From so many points on a change is noteworthy (WHO-5's rule of thumb: 10 of 100). */
const noteworthy = 10

/**
 * What changed between two releases (rule R11). A function of both: nobody is linked from
 * one wave to the next, so that the waves are taken as independent, which is rather too
 * careful than too bold because mostly the same people answer.
 *
 * Only units that are the same are compared. A change counts from five points on and where
 * it lies outside of its 95 % interval, taken with the largest spread that the mean allows:
 * the release has no spread. It says less than the two means in the releases do.
 *
 * @param same see `sameUnits`; an id that a release does not have is hidden
 */
export function compareWaves(
  before: Disclosed<Release>,
  after: Disclosed<Release>,
  same: readonly SameUnit[],
): readonly ConstructChange[] {
  return constructIds.flatMap((construct) => {
    const first = before.constructs[construct]
    const second = after.constructs[construct]
    if (!first || !second) return []
    const units = same.map((unit) => {
      const change = changeOf(first.units[unit.before], second.units[unit.after])
      return [unit.after, change] as const
    })
    const organization = changeOf(first.organization, second.organization)
    const was = first.organization.meanNeed
    return [{ construct, was, organization, units: Object.fromEntries(units) }]
  })
}

/** Whether a change is large enough to be pointed out. */
export function isNoteworthy(change: WaveChange): boolean {
  return change.kind === 'change' && Math.abs(change.points) >= noteworthy
}

function changeOf(first: Cell | undefined, second: Cell | undefined): WaveChange {
  const before = first && meanOf(first)
  const after = second && meanOf(second)
  if (!before || !after) return { kind: 'hidden' }
  const difference = after.mean - before.mean
  const points = step * Math.trunc(difference / step)
  const margin = z95 * Math.hypot(before.error, after.error)
  if (points === 0 || Math.abs(difference) <= margin) return { kind: 'no-clear-change' }
  return { kind: 'change', points }
}

/** A released mean with the largest standard error it can have. */
function meanOf({ meanNeed, answered }: Cell): { mean: number; error: number } | null {
  const mean = exactMean(meanNeed)
  if (mean === null) return null
  const variance = mean * (100 - mean)
  return { mean, error: Math.sqrt(variance / Math.max(1, countsAs(answered))) }
}

/** A bound is no mean to compare with. */
function exactMean(figure: Figure): number | null {
  return figure.kind === 'shown' ? figure.value : null
}
