import type { ComponentId } from './components.ts'
import type { Country } from './duty-notes.ts'
import type { Tier } from './recommendation.ts'
import { tierOrder } from './tiers.ts'
import { applyRule, type Verdicts } from './verdicts.ts'

/** The five questions of PEARL: may it be offered at all? */
export const pearlQuestions = [
  'proper',
  'economic',
  'acceptable',
  'resourced',
  'legal',
] as const
export type PearlQuestion = (typeof pearlQuestions)[number]

export const pearlAnswers = ['yes', 'no', 'unknown'] as const
export type PearlAnswer = (typeof pearlAnswers)[number]

/** What a named reviewer answered; a question left out is unknown. */
export interface PearlGate {
  readonly reviewer: string
  readonly reason: string
  readonly answers: Readonly<Partial<Record<PearlQuestion, PearlAnswer>>>
}

/** What an analyst decided against the method, and why. */
export interface Override {
  readonly tier: Tier
  readonly reason: string
}

/** What people decide beside the method. Nothing of it is needed. */
export interface RecommendationSettings {
  /** whose law applies */
  readonly country?: Country
  readonly gates?: Readonly<Partial<Record<ComponentId, PearlGate>>>
  readonly overrides?: Readonly<Partial<Record<ComponentId, Override>>>
}

/**
 * R9: one "no" of the gate blocks a component. Not one that is core or must be addressed: a
 * duty that cannot be met as planned is printed as unmet, never dropped. It carries the rule.
 *
 * @throws RangeError for a "no" without a reviewer or a reason
 */
export function gated(
  verdicts: Verdicts,
  gates: Readonly<Partial<Record<ComponentId, PearlGate>>>,
): Verdicts {
  return entriesOf(gates).reduce<Verdicts>((all, [id, gate]) => {
    if (!Object.values(gate.answers).includes('no')) return all
    if (isBlank(gate.reviewer) || isBlank(gate.reason)) {
      throw new RangeError(`expected a reviewer and a reason for the "no" to ${id}`)
    }
    return applyRule(all, id, 'R9', {
      tier: (tier) => (isProtected(tier) ? tier : 'do-not-offer'),
    })
  }, verdicts)
}

/**
 * R11: the analyst may set a tier, with a written reason that is printed. What is core or
 * must be addressed cannot be weakened in this way: it keeps its tier and carries the rule,
 * so that both the duty and the objection are seen.
 *
 * @throws RangeError for an override without a reason
 */
export function overridden(
  verdicts: Verdicts,
  overrides: Readonly<Partial<Record<ComponentId, Override>>>,
): Verdicts {
  return entriesOf(overrides).reduce<Verdicts>((all, [id, override]) => {
    if (isBlank(override.reason)) {
      throw new RangeError(`expected a reason for the override of ${id}`)
    }
    return applyRule(all, id, 'R11', {
      tier: (tier) => (weakensDuty(tier, override.tier) ? tier : override.tier),
    })
  }, verdicts)
}

function weakensDuty(from: Tier, to: Tier): boolean {
  return isProtected(from) && tierOrder.indexOf(to) > tierOrder.indexOf(from)
}

function isProtected(tier: Tier): boolean {
  return tier === 'core' || tier === 'must-address'
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

/** By component id, whatever the order of the input. */
function entriesOf<T>(
  byComponent: Readonly<Partial<Record<ComponentId, T>>>,
): readonly (readonly [ComponentId, T])[] {
  const entries = Object.entries(byComponent) as [ComponentId, T][] // keys are ids
  return entries.sort(([a], [b]) => (a < b ? -1 : 1))
}
