import type { ConstructId } from '#surveys/constructs.ts'
import type { Interval } from '../needs/need.ts'
import type { ComponentId } from './components.ts'

export type Tier =
  | 'core'
  | 'must-address'
  | 'recommend'
  | 'consider'
  | 'not-now'
  | 'do-not-offer'

/** A rule that counts beside the scores, by the name it has in METHOD and in the texts. */
export type RuleId =
  | 'R1'
  | 'R2'
  | 'R3'
  | 'R3b'
  | 'R4'
  | 'R5'
  | 'R6'
  | 'R7'
  | 'R8'
  | 'R9'
  | 'R10'
  | 'R11'

/**
 * A rule on a component. What it means there follows from the component:
 *
 * - R2 with a hazard: on a primary component, it must be addressed; on any other, this
 *   helps but does not remove the cause
 * - R3 with a harm: must be addressed; on `mediation_early`, not to be used for it
 * - R3b with a need: a level was reached; with `byDefault`, offered whatever was answered
 * - R4: before any promotion, and no target for use in the first year
 * - R5 to R8: a condition of delivery that always holds; R7 names what it is not for
 * - R9 on a core component or a must: an unmet duty; on any other, blocked by the gate
 * - R10: notes on the country's law go with it
 * - R11: an analyst decided, or on a core component or a must, objected
 */
export interface AppliedRule {
  readonly rule: RuleId
  /** the need it was about, where it was about one */
  readonly construct: ConstructId | null
  /** R3b alone: why nothing released can tell whether a level was reached */
  readonly byDefault?: DefaultReason
}

/**
 * Why help for a rare need is offered whatever was answered: its share may not be shown, was
 * not asked for, or shows a bound only that lies above the level ("at most 4 %" of 2 %).
 */
export type DefaultReason = 'not-shown' | 'not-asked' | 'bound-only'

/** One component with everything that speaks for and against it. */
export interface Recommendation {
  readonly component: ComponentId
  readonly tier: Tier
  /** median of the draws, 0–100, whole, and 90 % of them */
  readonly priority: number
  readonly interval: Interval
  /** P(priority ≥ 30), to .05 */
  readonly aboveLine: number
  /** where it stands among all: best and worst rank in 90 % of the draws */
  readonly ranks: Interval
  /** P(rank ≤ 5), to .05 */
  readonly amongFirst: number
  /** the needs it answers, the best match first; `fit` is a, `match` a·N */
  readonly answers: readonly {
    readonly construct: ConstructId
    readonly fit: number
    readonly match: number
  }[]
  /** share who would use it, in percent; null when it may not be shown or nobody was asked */
  readonly wanted: number | null
  readonly rules: readonly AppliedRule[]
  /** units for which delivery is proposed even if the need is low overall */
  readonly targetedUnits: readonly string[]
}
