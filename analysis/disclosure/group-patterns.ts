import { answeredBand, countsAs } from './bands.ts'
import type { CrossedCounts } from './counts.ts'
import type { Crossing } from './crossing.ts'
import type { Measured, Patterns } from './patterns.ts'
import type { Handling, PublicationPlan } from './publication-plan.ts'
import { publishableGroups } from './publishable-groups.ts'
import type { Thresholds } from './rules.ts'

type Pattern = ReadonlySet<string>

/** The groups by background, by id, that are shown for each class of figures. */
export interface GroupPatterns {
  readonly meanNeed: Readonly<Record<Handling, Pattern>>
  readonly shares: Readonly<Record<Handling, Pattern>>
}

const none: Pattern = new Set()

export const noGroups: GroupPatterns = {
  meanNeed: { common: none, sensitive: none, rare: none },
  shares: { common: none, sensitive: none, rare: none },
}

/**
 * Which groups by background are shown for which figures: within a class the same groups for
 * every construct (rule R9), and shares and sensitive means only where common means are.
 */
export function findGroupPatterns(
  plan: PublicationPlan,
  crossing: Crossing,
  crossed: CrossedCounts,
  {
    measured,
    units,
  }: { readonly measured: readonly Measured[]; readonly units: Patterns },
  least: Thresholds,
): GroupPatterns {
  const tablesOf = (handling: Handling, k: number): readonly Float64Array[] =>
    measured
      .filter(({ planned }) => planned.handling === handling)
      .filter(({ totals: { organization } }) => {
        return countsAs(answeredBand(organization.n, plan.organization.headcount)) >= k
      })
      .map(({ planned }) => crossed.constructs[planned.construct]?.n ?? crossed.ballots)
  const find = (
    shown: Pattern,
    handling: Handling,
    k: number,
    within: Pattern,
  ): Pattern => publishableGroups(crossing, shown, tablesOf(handling, k), within, k)

  const { group, sensitiveMean, share } = least
  const planned = new Set(plan.groups.map(({ id }) => id))
  const all = [crossed.ballots, ...tablesOf('common', group)]
  const common = publishableGroups(crossing, units.meanNeed.common, all, planned, group)
  const sensitive = find(units.meanNeed.sensitive, 'sensitive', sensitiveMean, common)
  const shares = find(units.shares.common, 'common', share, common)
  return {
    meanNeed: { common, sensitive, rare: none },
    shares: { common: shares, sensitive: none, rare: none },
  }
}
