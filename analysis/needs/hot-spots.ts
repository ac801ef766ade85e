import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import { isGroupTopic } from '#surveys/focus-group-form.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import { noTestimony } from '../sources/testimony.ts'
import { assessNeeds } from './assess-needs.ts'
import { findDifferences } from './differences.ts'

/** What published results leave to explain. A topic stands in one list only. */
export interface HotSpots {
  /** needs in the highest band */
  readonly high: readonly ConstructId[]
  /** parts of the organization differ notably */
  readonly apart: readonly ConstructId[]
  /** asked, and not shown */
  readonly hidden: readonly ConstructId[]
}

/**
 * The topics that groups could explain, read from the release alone: neither other groups nor
 * managers have a part in it, so that no group is told what another said. Safety at home is
 * never among them.
 *
 * @param seed the same seed gives the same topics
 */
export function hotSpotsOf(release: Disclosed<Release>, seed: string): HotSpots {
  const { needs, gaps } = assessNeeds(release, noTestimony, { seed }).needs
  const high = spoken(
    needs.filter(({ band }) => band === 'high').map(({ construct }) => construct),
  )
  const differing = new Set(findDifferences(release).map(({ construct }) => construct))
  const hidden = gaps.filter(({ reason }) => reason === 'not-shown')
  return {
    high,
    apart: spoken([...differing]).filter((construct) => !high.includes(construct)),
    hidden: spoken(hidden.map(({ construct }) => construct)),
  }
}

/** Sensitive topics come last: they are not asked about. */
function spoken(constructs: readonly ConstructId[]): readonly ConstructId[] {
  return constructs
    .filter(isGroupTopic)
    .toSorted(
      (a, b) => Number(constructOf(a).sensitive) - Number(constructOf(b).sensitive),
    )
}
