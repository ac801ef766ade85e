import type { ConstructId } from '#surveys/constructs.ts'
import type { Band } from '../needs/need.ts'
import { type Audience, audiencesOf } from './audiences.ts'
import { explainTier, type TierReason } from './explain-tier.ts'
import type { ExplanationContext } from './explanation-context.ts'
import { type FindOutMore, findOutMoreOn } from './find-out-more.ts'
import type { Recommendation } from './recommendation.ts'

/** What, for whom, why now. */
export interface Headline {
  readonly audiences: readonly Audience[]
  /** units where the need is clearly greater; offered to all nevertheless */
  readonly targetedUnits: readonly { readonly id: string; readonly name: string }[]
  readonly reason: TierReason
  /** the need that carries it most; null where none it answers could be rated */
  readonly carriedBy: {
    readonly construct: ConstructId
    /** N, 0–100 */
    readonly score: number
    readonly band: Band
  } | null
  /** what should be found out before anybody decides */
  readonly findOutMore: readonly FindOutMore[]
}

export function explainHeadline(
  recommendation: Recommendation,
  context: ExplanationContext,
): Headline {
  const { component, answers, targetedUnits } = recommendation
  const { facts } = context.weighed
  const names = new Map(context.release.units.map(({ id, name }) => [id, name]))
  const [leading] = answers
  const need = leading && facts.needs.get(leading.construct)
  return {
    audiences: audiencesOf[component],
    targetedUnits: targetedUnits.map((id) => ({ id, name: names.get(id) ?? id })),
    reason: explainTier(recommendation, context),
    carriedBy: need
      ? { construct: need.construct, score: need.score, band: need.band }
      : null,
    findOutMore: findOutMoreOn(recommendation, context),
  }
}
