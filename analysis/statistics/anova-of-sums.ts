import { type Refused, refused } from './estimate.ts'
import type { OneWayAnova } from './one-way-anova.ts'

/** One group, as its sums. */
export interface GroupSums {
  /** how many values, whole */
  readonly values: number
  /** Σx */
  readonly sum: number
  /** Σx² */
  readonly squares: number
}

/**
 * One-way analysis of variance from sums, where the values themselves are not at hand.
 *
 *   SSB = Σ(Sⱼ²/nⱼ) − S²/N,  SSW = ΣQⱼ − Σ(Sⱼ²/nⱼ)
 *
 * Sⱼ, Qⱼ the sums of the values and of their squares. Groups without values do not count.
 * Where means are large and spreads small it loses digits that `oneWayAnova` keeps.
 *
 * @returns refused as `oneWayAnova`
 * @see `oneWayAnova`, against which it is tested.
 */
export function anovaOfSums(
  groups: readonly GroupSums[],
): OneWayAnova | Refused<'fewer-than-two-groups' | 'no-group-with-two-values'> {
  const own = groups.filter(({ values }) => values > 0)
  const total = own.reduce((all, { values }) => all + values, 0)
  if (own.length < 2) return refused('fewer-than-two-groups')
  if (total === own.length) return refused('no-group-with-two-values')
  const sum = own.reduce((all, group) => all + group.sum, 0)
  const squares = own.reduce((all, group) => all + group.squares, 0)
  const ofMeans = own.reduce((all, group) => all + group.sum ** 2 / group.values, 0)
  const sizes = own.reduce((all, { values }) => all + values ** 2, 0)
  return {
    kind: 'anova',
    groups: own.length,
    values: total,
    between: {
      squares: Math.max(0, ofMeans - sum ** 2 / total),
      freedom: own.length - 1,
    },
    within: { squares: Math.max(0, squares - ofMeans), freedom: total - own.length },
    groupSize: (total - sizes / total) / (own.length - 1),
  }
}
