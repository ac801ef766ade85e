import type { Interval } from '../needs/need.ts'
import { parameters } from '../needs/parameters.ts'
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
  /** the tier without any rule but the one on little trust in the survey */
  readonly byScores: Tier
  /** what would change the tier */
  readonly turns: TurningPoints
}

export function explainFirmness(
  recommendation: Recommendation,
  context: ExplanationContext,
): Firmness {
  const { component, aboveLine, ranks } = recommendation
  return {
    line: parameters.tiers.line,
    aboveLine,
    ranks,
    among: componentIds.length,
    byScores: tierByScores(component, context),
    turns: turningPoints(recommendation, context.weighed, context.settings),
  }
}
