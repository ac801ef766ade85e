import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import type { Convergence } from '../needs/need.ts'
import { type OpenCheck, openChecks } from '../needs/validation.ts'
import { type DataSituation, dataSituations } from './data-situations.ts'
import { explainFeltNeed } from './explain-arithmetic.ts'
import { explainNeeds } from './explain-needs.ts'
import type { ExplanationContext } from './explanation-context.ts'
import { type FindOutMore, findOutMoreOn } from './find-out-more.ts'
import type { Recommendation } from './recommendation.ts'

/** Something that is not known, and that a reader should know is not known. */
export type Unknown =
  /**
   * Of needs it answers: no figure may be shown; nobody was asked; it was rated, but not how
   * many people it concerns; one source speaks of it; one does not although another does;
   * they contradict each other, and nobody is asked again because it is sensitive
   */
  | {
      readonly kind:
        | 'not-shown'
        | 'not-asked'
        | 'share-not-shown'
        | 'single-source'
        | 'silence'
        | 'sensitive-dissonance'
      readonly constructs: readonly ConstructId[]
    }
  | { readonly kind: 'find-out-more'; readonly on: FindOutMore }
  | { readonly kind: 'wish-unknown' }
  | { readonly kind: 'data'; readonly situation: DataSituation }
  | OpenCheck
  /** nobody but its makers has set the weights; an organization changed some of them */
  | { readonly kind: 'default-weights' | 'changed-weights' }

export function explainUnknowns(
  recommendation: Recommendation,
  context: ExplanationContext,
): readonly Unknown[] {
  const { assessed, release, testimony } = context
  const felt = explainFeltNeed(recommendation.component, context)
  const isWishUnknown = felt.kind === 'not-shown' || felt.kind === 'not-asked'
  const hasChanges = assessed.parameters.changes.length > 0
  return [
    ...ofNeeds(recommendation, context),
    ...findOutMoreOn(recommendation, context).map((on) => {
      return { kind: 'find-out-more', on } as const
    }),
    ...(isWishUnknown ? [{ kind: 'wish-unknown' } as const] : []),
    ...dataSituations(release, testimony).map((situation) => {
      return { kind: 'data', situation } as const
    }),
    ...openChecks(assessed.needs.validation),
    { kind: hasChanges ? 'changed-weights' : 'default-weights' },
  ]
}

function ofNeeds(
  recommendation: Recommendation,
  context: ExplanationContext,
): readonly Unknown[] {
  const needs = explainNeeds(recommendation, context)
  const { facts } = context.weighed
  const missing = (reason: 'not-shown' | 'not-asked'): readonly ConstructId[] =>
    needs
      .filter((need) => need.kind === 'missing' && need.reason === reason)
      .map(({ construct }) => construct)
  const rated = needs.filter((need) => need.kind === 'rated')
  const heardAs = (convergence: Convergence): readonly ConstructId[] =>
    rated
      .map(({ construct }) => construct)
      .filter((id) => facts.needs.get(id)?.convergence === convergence)
  const found = {
    'not-shown': missing('not-shown'),
    'not-asked': missing('not-asked'),
    'share-not-shown': rated
      .filter(({ share }) => share.kind === 'not-shown')
      .map(({ construct }) => construct),
    'single-source': heardAs('single-source'),
    silence: heardAs('silence'),
    'sensitive-dissonance': heardAs('dissonance').filter(
      (id) => constructOf(id).sensitive,
    ),
  } as const
  return Object.entries(found).flatMap(([kind, constructs]) =>
    constructs.length > 0 ? [{ kind: kind as keyof typeof found, constructs }] : [],
  )
}
