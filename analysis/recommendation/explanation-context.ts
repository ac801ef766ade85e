import type { ConstructId } from '#surveys/constructs.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { AssessedNeeds } from '../needs/assess-needs.ts'
import type { Testimony } from '../sources/evidence.ts'
import type { ComponentId } from './components.ts'
import type { RecommendationSettings } from './decisions.ts'
import { recommendFrom } from './recommend.ts'
import type { Recommendation } from './recommendation.ts'
import { type Weighed, weighComponents } from './weigh-components.ts'

/** What people decided of one component when they made the program. */
export interface ProgramDecision {
  readonly by: string
  readonly adopted: boolean
  /** empty where none was needed */
  readonly reason: string
  /** it is taken in another form than the catalogue's: what is different */
  readonly change?: string
  /** the organization has it already */
  readonly isInPlace?: boolean
}

/** What an explanation names that is neither released nor computed. Nothing of it is needed. */
export interface ToldBeside {
  /** what a component needs first */
  readonly requires?: Readonly<Partial<Record<ComponentId, readonly ComponentId[]>>>
  /** what was heard of a need in other words, as the moderator approved it */
  readonly paraphrases?: Readonly<Partial<Record<ConstructId, string>>>
  readonly decisions?: Readonly<Partial<Record<ComponentId, ProgramDecision>>>
}

/** Everything recommendations are explained from. */
export interface ExplanationContext {
  readonly release: Disclosed<Release>
  readonly testimony: Testimony
  readonly assessed: AssessedNeeds
  readonly weighed: Weighed
  readonly settings: RecommendationSettings
  readonly recommendations: readonly Recommendation[]
  readonly beside: ToldBeside
}

/**
 * Weighs and recommends as `recommend` does, and keeps what the explanations are made from.
 *
 * @throws RangeError for a "no" without reviewer and reason, or an override without reason
 */
export function explanationContext(
  release: Disclosed<Release>,
  testimony: Testimony,
  assessed: AssessedNeeds,
  settings: RecommendationSettings = {},
  beside: ToldBeside = {},
): ExplanationContext {
  const weighed = weighComponents(release, testimony, assessed)
  const recommendations = recommendFrom(weighed, settings)
  return { release, testimony, assessed, weighed, settings, recommendations, beside }
}
