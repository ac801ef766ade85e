import type { Interval } from '../needs/need.ts'
import { parameters } from '../needs/parameters.ts'
import { inTwentieths } from '../needs/round.ts'
import { at } from '../statistics/at.ts'
import { componentIds } from './components.ts'
import { tierByScores } from './explain-tier.ts'
import type { ExplanationContext } from './explanation-context.ts'
import type { Recommendation, Tier } from './recommendation.ts'
import { type TurningPoints, turningPoints } from './turning-points.ts'

/** How firm a recommendation is. */
export interface Firmness {
  /** the line, and P(priority ≥ line), to .05 */
  readonly line: number
  readonly aboveLine: number
  /** best and worst rank in 90 % of the draws, of so many */
  readonly ranks: Interval
  readonly among: number
  /** P(rank = r), to .05; ranks of less than that are left out */
  readonly rankChances: readonly { readonly rank: number; readonly chance: number }[]
  /** P(rank ≤ `first`), to .05 */
  readonly amongFirst: number
  readonly first: number
  /** the tier without any rule but the one on little trust in the survey */
  readonly byScores: Tier
  /** what would change the tier */
  readonly turns: TurningPoints
}

export function explainFirmness(
  recommendation: Recommendation,
  context: ExplanationContext,
): Firmness {
  const { component, aboveLine, ranks, amongFirst } = recommendation
  const { line, firstRanks } = parameters.tiers
  return {
    line,
    aboveLine,
    ranks,
    among: componentIds.length,
    rankChances: chancesOfRanks(context.weighed.ranks.get(component) ?? []),
    amongFirst,
    first: firstRanks,
    byScores: tierByScores(component, context),
    turns: turningPoints(recommendation, context.weighed, context.settings),
  }
}

/** Rank acceptability: how often it has each rank. */
function chancesOfRanks(ranks: ArrayLike<number>): Firmness['rankChances'] {
  const counts = new Uint32Array(componentIds.length + 1)
  for (const rank of Array.from(ranks)) counts[rank] = at(counts, rank) + 1
  return Array.from(counts, (count, rank) => {
    return { rank, chance: count === 0 ? 0 : inTwentieths(count / ranks.length) }
  }).filter(({ chance }) => chance > 0)
}
