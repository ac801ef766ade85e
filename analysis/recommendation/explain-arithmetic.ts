import type { ConstructId } from '#surveys/constructs.ts'
import type { Family } from '#surveys/modules/getting-help.ts'
import type { Interval } from '../needs/need.ts'
import { parameters } from '../needs/parameters.ts'
import { readShare } from '../needs/read-release.ts'
import { type ComponentId, componentOf } from './components.ts'
import type { ExplanationContext } from './explanation-context.ts'
import { answeredBy, matchOf, priorityOf, wishOf } from './priority.ts'
import type { Recommendation } from './recommendation.ts'
import { wishesAsked } from './wishes.ts'

/** The share who would use it, as far as it may be known. */
export type FeltNeed =
  | {
      readonly kind: 'shown' | 'at-most' | 'at-least'
      readonly family: Family
      readonly percent: number
    }
  | { readonly kind: 'not-shown' | 'not-asked'; readonly family: Family }
  /** what makes the program or the work better is on no list of wishes */
  | { readonly kind: 'no-wish' }

/** A need as it enters the match. */
export interface MatchTerm {
  readonly construct: ConstructId
  /** a, 0–1 */
  readonly fit: number
  /** N, 0–100, whole */
  readonly need: number
  /** a·N */
  readonly match: number
  /** λ; 0 from the fourth on */
  readonly weight: number
}

/**
 * Match = Σ λ a N, Priority = Match · (.6 + .4 e) · (.7 + .3 f), at the point values and
 * unrounded, so that anybody can compute it again.
 *
 * The printed priority is the median of the draws instead. It mostly lies within 1.5 of this
 * value, and further where several uncertain needs are close to each other: the greatest of
 * them counts most, and in each draw that is another one.
 */
export interface Arithmetic {
  readonly terms: readonly MatchTerm[]
  readonly match: number
  /** e, and .6 + .4 e */
  readonly evidence: number
  readonly byEvidence: number
  /** f, and .7 + .3 f */
  readonly wish: number
  readonly byWish: number
  /** f is what is assumed where no share of wishes may be shown or was asked */
  readonly isWishAssumed: boolean
  readonly point: number
  readonly printed: number
  readonly interval: Interval
  /** printed − point */
  readonly distance: number
  readonly draws: number
}

export function explainFeltNeed(
  component: ComponentId,
  { release }: ExplanationContext,
): FeltNeed {
  const { family } = componentOf(component)
  if (family === null) return { kind: 'no-wish' }
  const figure = release.wanted[family]
  if (!figure) return { kind: 'not-asked', family }
  if (figure.kind === 'hidden') return { kind: 'not-shown', family }
  return { kind: figure.kind, family, percent: Math.round(100 * figure.value) }
}

export function explainArithmetic(
  { component, priority, interval }: Recommendation,
  { release, assessed, weighed }: ExplanationContext,
): Arithmetic {
  const { evidenceValue } = componentOf(component)
  const { inputs, facts } = weighed
  const { weights } = assessed.parameters.match
  const terms = answeredBy({ fits: inputs.fits[component] }, (construct) => {
    return facts.needs.get(construct)?.score
  }).map((answer, rank) => ({
    ...answer,
    need: facts.needs.get(answer.construct)?.score ?? 0,
    weight: weights[rank] ?? 0,
  }))
  const match = matchOf(
    terms.map((term) => term.match),
    weights,
  )
  const known = knownWish(component, release)
  const wish = known ?? parameters.priority.unknownWish
  const point = priorityOf(match, evidenceValue, wish)
  const { withoutEvidence, withoutWish } = parameters.priority
  return {
    terms,
    match,
    evidence: evidenceValue,
    byEvidence: withoutEvidence + (1 - withoutEvidence) * evidenceValue,
    wish,
    byWish: withoutWish + (1 - withoutWish) * wish,
    isWishAssumed: known === null,
    point,
    printed: priority,
    interval,
    distance: priority - point,
    draws: assessed.draws.count,
  }
}

/** f at the posterior mean of the share, (½ + n·share) / (n + 1); null where unknown. */
function knownWish(
  component: ComponentId,
  release: ExplanationContext['release'],
): number | null {
  const { family } = componentOf(component)
  const figure = family === null ? undefined : release.wanted[family]
  const share = figure ? readShare(figure) : null
  const n = wishesAsked(release)
  return share === null || n === null ? null : wishOf((0.5 + n * share) / (n + 1))
}
