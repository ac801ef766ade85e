import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import { normalTail, z95 } from '../statistics/distributions.ts'
import { benjaminiHochberg } from '../statistics/multiple-testing.ts'
import { changeOfShare, isNotable, type ShareChange } from '../statistics/waves.ts'
import { parameters } from './parameters.ts'
import { type Counted, type CountedGroup, readEvidence } from './read-release.ts'

/** A group that differs notably from everybody else in the organization. */
export interface Difference {
  readonly construct: ConstructId
  /** id of a unit */
  readonly group: string
  readonly direction: 'more' | 'less'
}

interface Compared extends Pick<Difference, 'construct' | 'group'> {
  /** null where the group shows a bound only: it counts as one that does not differ */
  readonly change: ShareChange | null
}

/**
 * The groups whose share of elevated need differs notably from that of everybody else: by
 * ten percentage points or more, with an interval that leaves out 0, and still so among all
 * groups and needs compared at once (false discovery rate .10). Yes or no; no p-value leaves.
 *
 * The question is whether the groups differ beyond the luck of who happens to be in them, so
 * the people of a group are taken as a sample and not as all there are. Units are one family,
 * groups by background another. A function of the release, at
 * the middle of its bands.
 *
 * @see Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.
 */
export function findDifferences(release: Disclosed<Release>): readonly Difference[] {
  const compared = constructIds.flatMap((construct) => compareGroups(release, construct))
  return notableAmong(compared).toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

function compareGroups(
  release: Disclosed<Release>,
  construct: ConstructId,
): readonly Compared[] {
  const evidence = readEvidence(release, construct)
  if (!evidence || constructOf(construct).sensitive) return []
  const units = new Set(release.units.map(({ id }) => id))
  return evidence.groups
    .filter(({ unit }) => units.has(unit))
    .map((group) => {
      return {
        construct,
        group: group.unit,
        change: fromRest(evidence.organization, group),
      }
    })
}

/** How a group differs from everybody else. */
function fromRest({ n, k }: Counted, group: CountedGroup): ShareChange | null {
  const answered = n - group.n
  if (!group.isExact || answered < parameters.equity.leastOthers) return null
  const cases = Math.min(answered, Math.max(0, k - group.k))
  return changeOfShare(
    { answered, cases, population: null },
    { answered: group.n, cases: group.k, population: null },
  )
}

function notableAmong(compared: readonly Compared[]): readonly Difference[] {
  const adjusted = benjaminiHochberg(compared.map(({ change }) => chanceOf(change)))
  return compared.flatMap(({ construct, group, change }, index): Difference[] => {
    const isLikely = (adjusted[index] ?? 1) <= parameters.differences.falseDiscovery
    if (!change || !isLikely || !isNotable(change)) return []
    return [{ construct, group, direction: change.difference > 0 ? 'more' : 'less' }]
  })
}

/** Two-sided p of a difference, read from its 95 % interval. */
function chanceOf(change: ShareChange | null): number {
  if (!change || change.difference === 0) return 1
  const { difference, interval } = change
  const reach = difference > 0 ? difference - interval.low : interval.high - difference
  return reach === 0
    ? 0
    : Math.min(1, 2 * normalTail((z95 * Math.abs(difference)) / reach))
}

function orderOf({ construct, group }: Difference): string {
  return `${construct}\n${group}`
}
