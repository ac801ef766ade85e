import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { countsAs } from '../disclosure/bands.ts'
import type { Cell, Disclosed, Figure, Release } from '../disclosure/disclosed.ts'
import { z95 } from '../statistics/distributions.ts'

/** How a mean need changed from one release to the next, in steps of five of 100. */
export type WaveChange =
  | { readonly kind: 'change'; readonly points: number }
  | { readonly kind: 'no-clear-change' }
  | { readonly kind: 'hidden' }

export interface ConstructChange {
  readonly construct: ConstructId
  readonly organization: WaveChange
  /** units that are the same in both releases, by id; no other unit is compared */
  readonly units: Readonly<Record<string, WaveChange>>
}

/** Changes are told in steps of so many points, and smaller ones are none. */
const step = 5

/**
 * What changed between two releases (rule R11). A function of both: nobody is linked from
 * one wave to the next, so that the waves are taken as independent, which is rather too
 * careful than too bold because mostly the same people answer.
 *
 * A unit is compared when its id, its place and its head count are the same in both. A
 * change counts from five points on and where it lies outside of its 95 % interval, taken
 * with the largest spread that the mean allows: the release has no spread.
 */
export function compareWaves(
  before: Disclosed<Release>,
  after: Disclosed<Release>,
): readonly ConstructChange[] {
  const same = unchangedUnits(before, after)
  return constructIds.flatMap((construct) => {
    const first = before.constructs[construct]
    const second = after.constructs[construct]
    if (!first || !second) return []
    const units = same.map((id) => {
      return [id, changeOf(first.units[id], second.units[id])] as const
    })
    const organization = changeOf(first.organization, second.organization)
    return [{ construct, organization, units: Object.fromEntries(units) }]
  })
}

function unchangedUnits(before: Release, after: Release): readonly string[] {
  const old = new Map(before.units.map((unit) => [unit.id, unit]))
  return after.units
    .filter(({ id, parent, headcount }) => {
      const unit = old.get(id)
      return unit?.parent === parent && unit.headcount === headcount
    })
    .map(({ id }) => id)
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
