import type { Family } from './classes.ts'
import type { CrossedConstruct } from './counts.ts'
import type { Crossing } from './crossing.ts'
import type { ReleasedConstruct } from './disclosed.ts'
import { leavesOpen } from './interval-audit.ts'
import { type Crowd, crowdOf, scopeOf } from './interval-scope.ts'
import { type FigureKind, shownFamily, shownSums } from './shown-sums.ts'
import { findFaults } from './span-audit.ts'

/** Whether the figures of one kind pass both audits, as they are shown of one construct. */
export type Audit = (shown: ReleasedConstruct, kind: FigureKind) => boolean

/**
 * Both audits of one construct.
 *
 * @param measured what people answered, by atom
 * @param k people
 */
export function auditOf(
  crossing: Crossing,
  measured: CrossedConstruct,
  k: number,
): Audit {
  const lookAt = lookingAt(crossing, measured.n, k)
  return (shown, kind) => {
    const sums = shownSums(crossing, shown, kind)
    if (sums.length === 0) return true
    const { tellsOfFew, crowd } = lookAt(shownFamily(shown, kind))
    return !tellsOfFew && leavesOpen(scopeOf(crowd, valuesOf(measured, kind), sums))
  }
}

/** What the audits see in a family, whatever kind of figure is shown for it. */
interface Look {
  readonly family: Family
  /** sums of its figures are about fewer than k people */
  readonly tellsOfFew: boolean
  readonly crowd: Crowd
}

/** Looks at each family once: kinds are often shown for the same units and groups. */
function lookingAt(
  crossing: Crossing,
  people: Float64Array,
  k: number,
): (family: Family) => Look {
  const looks: Look[] = []
  return (family) => {
    const known = looks.find((look) => isSame(look.family, family))
    if (known) return known
    const tellsOfFew = findFaults(crossing, family, people, k).length > 0
    const look = { family, tellsOfFew, crowd: crowdOf(crossing, family, people) }
    looks.push(look)
    return look
  }
}

function isSame(one: Family, other: Family): boolean {
  const isEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
    a.size === b.size && [...a].every((id) => b.has(id))
  return isEqual(one.units, other.units) && isEqual(one.groups, other.groups)
}

/** What people said, each on 0–100, added up by atom. */
export function valuesOf(
  { sumOfNeed, elevated, high }: CrossedConstruct,
  kind: FigureKind,
): Float64Array {
  if (kind === 'meanNeed') return sumOfNeed
  return (kind === 'shareElevated' ? elevated : high).map((count) => 100 * count)
}
