import type { Validation } from '../needs/validation.ts'
import type { ComponentId } from './components.ts'
import {
  type Arithmetic,
  explainArithmetic,
  explainFeltNeed,
  type FeltNeed,
} from './explain-arithmetic.ts'
import {
  type Access,
  type Conditions,
  type Evaluation,
  explainAccess,
  explainConditions,
  explainEvaluation,
  explainGrading,
  explainNearCause,
  type Grading,
  type NearCause,
} from './explain-component.ts'
import { type Decision, explainDecision } from './explain-decision.ts'
import { explainFirmness, type Firmness } from './explain-firmness.ts'
import { explainHeadline, type Headline } from './explain-headline.ts'
import {
  type AnsweredNeed,
  explainNeeds,
  explainSources,
  type HeardSources,
} from './explain-needs.ts'
import { explainUnknowns, type Unknown } from './explain-unknowns.ts'
import type { ExplanationContext } from './explanation-context.ts'
import type { Recommendation, Tier } from './recommendation.ts'

/**
 * Everything a recommendation must explain, thirteen parts, as values. What they say in a
 * language is made from them elsewhere; a figure that may not be shown is a value that says
 * so, never a number.
 */
export interface Explanation {
  readonly component: ComponentId
  readonly tier: Tier
  /** 1: what, for whom, why now */
  readonly headline: Headline
  /** 2: the needs it answers, and how sure it is that they exist: confidence (a) */
  readonly needs: readonly AnsweredNeed[]
  /** 3: who said so, need by need */
  readonly sources: readonly HeardSources[]
  /** 4: who would use it */
  readonly feltNeed: FeltNeed
  /** 5: how the priority comes about */
  readonly arithmetic: Arithmetic
  /** 6: how firm it is, and what would change it */
  readonly firmness: Firmness
  /** 7: how well it is known to help: confidence (b), never one number with (a) */
  readonly grading: Grading
  /** 8: how near the cause it works, and what must go with it */
  readonly nearCause: NearCause
  /** 9: what limits it, what it needs first, what the law says */
  readonly conditions: Conditions
  /** 10: how people get it, and who learns of it */
  readonly access: Access
  /** 11: how one will know, and when to look */
  readonly evaluation: Evaluation
  /** 12: who decided what */
  readonly decision: Decision
  /** 13: what is not known */
  readonly unknowns: readonly Unknown[]
  /** how far the questions behind it have been examined, by language */
  readonly validation: Validation
}

/**
 * Explains one recommendation from what it was made of.
 *
 * Deciding again for part 6 takes some 40 ms a component with 2,000 draws: call it off the
 * thread that answers requests.
 */
export function explain(
  recommendation: Recommendation,
  context: ExplanationContext,
): Explanation {
  const { component, tier } = recommendation
  return {
    component,
    tier,
    headline: explainHeadline(recommendation, context),
    needs: explainNeeds(recommendation, context),
    sources: explainSources(recommendation, context),
    feltNeed: explainFeltNeed(component, context),
    arithmetic: explainArithmetic(recommendation, context),
    firmness: explainFirmness(recommendation, context),
    grading: explainGrading(component),
    nearCause: explainNearCause(recommendation, context),
    conditions: explainConditions(recommendation, context),
    access: explainAccess(component),
    evaluation: explainEvaluation(recommendation),
    decision: explainDecision(recommendation, context),
    unknowns: explainUnknowns(recommendation, context),
    validation: context.assessed.needs.validation,
  }
}

const proposedTiers: readonly Tier[] = ['core', 'must-address', 'recommend', 'consider']

/** Explains everything that is proposed, in the order of the recommendation. */
export function explainProposed(context: ExplanationContext): readonly Explanation[] {
  return context.recommendations
    .filter(({ tier }) => proposedTiers.includes(tier))
    .map((recommendation) => explain(recommendation, context))
}
