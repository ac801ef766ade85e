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

/** A rule that beat the scores, by the name it has in METHOD and in the texts. */
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

export interface AppliedRule {
  readonly rule: RuleId
  /** the need it was about, where it was about one */
  readonly construct: ConstructId | null
}

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
  /** the needs it answers, the best fit first; `fit` is a, `match` a·N */
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
