import type { ConstructId } from '#surveys/constructs.ts'
import type { ComponentId } from './components.ts'
import type { Circumstance, RequirementText } from './prerequisites.ts'
import type { Tier } from './recommendation.ts'

/** What people decide about money and what goes with it. */
export interface PortfolioSettings {
  /** what may be spent, in the unit of the costs; null where there is no limit */
  readonly budget: number | null
  /** quotes; a component without one costs its relative class, 1–5, times `costPerClass` */
  readonly costs?: Readonly<Partial<Record<ComponentId, number>>>
  /** what one step of the relative cost class stands for beside quotes in money; else 1 */
  readonly costPerClass?: number
  /** the line of usefulness: nothing below it is bought; else *consider* */
  readonly leastTier?: Extract<Tier, 'recommend' | 'consider'>
  readonly circumstances?: readonly Circumstance[]
  /** pairs of which the organization wants one at most; not heard against core and duties */
  readonly notTogether?: readonly (readonly [ComponentId, ComponentId])[]
}

/**
 * Why a component is in the program. What comes first counts:
 *
 * - `core`, `duty`: always, whatever it costs
 * - `high-need`: it covers a high need (`covers`)
 * - `requirement`: something chosen requires it (`neededBy`), and it adds nothing itself or
 *   stands below the line
 * - `coverage`: for its money it adds to what is covered
 * - `no-limit`: it stands above the line, and there is no limit
 */
export type ChoiceReason =
  | 'core'
  | 'duty'
  | 'high-need'
  | 'requirement'
  | 'coverage'
  | 'no-limit'

export interface ChosenComponent {
  readonly component: ComponentId
  readonly reason: ChoiceReason
  readonly cost: number
  /** its cost is a quote, not its class */
  readonly isQuoted: boolean
  /** the high needs it was chosen to cover */
  readonly covers: readonly ConstructId[]
  /** chosen components that could not be offered without it */
  readonly neededBy: readonly ComponentId[]
  /** points of need that nobody else in the program covers, to .1 */
  readonly adds: number
}

/** How far one need is covered: by the core alone, and by the program; 0–1, to .01. */
export interface NeedCoverage {
  readonly construct: ConstructId
  readonly score: number
  readonly before: number
  readonly after: number
}

/** A high need without a component of its own: for want of money, or of anything on offer. */
export interface UncoveredNeed {
  readonly construct: ConstructId
  readonly because: 'budget' | 'not-offered'
}

/**
 * What is in the program as core or duty, or required by one, but cannot be met as planned:
 * the budget does not reach to it, a reviewer said no, or nothing on offer is what it
 * requires.
 */
export interface UnmetDuty {
  readonly component: ComponentId
  readonly cost: number
  readonly because: 'budget' | 'reviewer' | 'requirement'
}

/** A component above the line that waits for another, or for a high need to be covered. */
export interface HeldBack {
  readonly component: ComponentId
  readonly reason: RequirementText
}

/** What the program would be with another budget. */
export interface Neighbour {
  readonly budget: number
  readonly dropped: readonly ComponentId[]
  readonly added: readonly ComponentId[]
}

/** The best program for the money, with what speaks for it and what it leaves open. */
export interface PlannedPortfolio {
  readonly kind: 'planned'
  readonly budget: number | null
  /** what the program costs */
  readonly cost: number
  /** by how much core and duties cost more than the budget */
  readonly overBudget: number
  /** by tier, then by priority, then by id */
  readonly chosen: readonly ChosenComponent[]
  /** V in points of need, to .1: by the core alone, by the program, and of how much need */
  readonly coverage: {
    readonly before: number
    readonly after: number
    readonly of: number
  }
  /** the greatest need first */
  readonly needs: readonly NeedCoverage[]
  readonly uncovered: readonly UncoveredNeed[]
  readonly unmetDuties: readonly UnmetDuty[]
  readonly heldBack: readonly HeldBack[]
  /**
   * Offered by default because a rare need may not be shown, and not chosen: such a need
   * counts for nothing here, so people decide.
   */
  readonly offeredByDefault: readonly ComponentId[]
  /** points of need a better program could cover at most; 0 where this one is proven best */
  readonly missed: number
  /** with 20 % less and 20 % more money; null without a limit */
  readonly neighbours: { readonly less: Neighbour; readonly more: Neighbour } | null
}

/** With so few people or answers the program is chosen by talking, not by arithmetic. */
export interface RefusedPortfolio {
  readonly kind: 'refused'
  readonly reason: 'too-few-people' | 'too-few-answers'
}

export type Portfolio = PlannedPortfolio | RefusedPortfolio
