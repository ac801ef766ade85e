import type { ExplanationContext, ProgramDecision } from './explanation-context.ts'
import type { Recommendation, RuleId, Tier } from './recommendation.ts'

/** Who decided what, against the method or about the program. */
export interface Decision {
  /** a "no" of the gate: it blocks, or it leaves a duty or a part of the core unmet */
  readonly gate: {
    readonly reviewer: string
    readonly reason: string
    readonly effect: 'blocked' | 'unmet'
  } | null
  /** a tier an analyst set: it stands, or it is an objection to a duty or to the core */
  readonly override: {
    readonly tier: Tier
    readonly reason: string
    readonly effect: 'set' | 'objection'
  } | null
  /** what the program makes of it; null until somebody decided */
  readonly decided: ProgramDecision | null
}

export function explainDecision(
  { component, tier, rules }: Recommendation,
  { settings, beside }: Pick<ExplanationContext, 'settings' | 'beside'>,
): Decision {
  const isMarked = (id: RuleId): boolean => rules.some(({ rule }) => rule === id)
  const gate = isMarked('R9') ? settings.gates?.[component] : undefined
  const override = isMarked('R11') ? settings.overrides?.[component] : undefined
  const isDuty = tier === 'core' || tier === 'must-address'
  return {
    gate: gate
      ? {
          reviewer: gate.reviewer,
          reason: gate.reason,
          effect: isDuty ? 'unmet' : 'blocked',
        }
      : null,
    override: override
      ? { ...override, effect: override.tier === tier ? 'set' : 'objection' }
      : null,
    decided: beside.decisions?.[component] ?? null,
  }
}
