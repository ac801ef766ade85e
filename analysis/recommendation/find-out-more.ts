import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import type { Need } from '../needs/need.ts'
import type { ExplanationContext } from './explanation-context.ts'
import type { Recommendation } from './recommendation.ts'

export type SourceName = keyof Need['sources']

/** Two sources that contradict each other on a need, and so the question to ask next. */
export interface Dissonance {
  readonly kind: 'dissonance'
  readonly construct: ConstructId
  /** who sees most of it, and who least; the suggested question follows from the two */
  readonly high: SourceName
  readonly low: SourceName
}

/** Something to find out before anybody decides. The need itself stays in the list. */
export type FindOutMore =
  | Dissonance
  /** the needs a component is made for, of which no figure may be or was got */
  | { readonly kind: 'no-figures'; readonly constructs: readonly ConstructId[] }

const sourceNames: readonly SourceName[] = ['survey', 'focusGroups', 'managers']

/**
 * What sources contradict each other on, greatest need first. Not what is sensitive: nobody
 * is asked again about such things; help for them is offered to all.
 *
 * @see Farmer, Robinson, Elliott & Eyles (2006), Qualitative Health Research 16, 377–394.
 */
export function findOutMore(needs: readonly Need[]): readonly Dissonance[] {
  return needs.flatMap((need) => {
    const { convergence, construct, sources } = need
    if (convergence !== 'dissonance' || constructOf(construct).sensitive) return []
    const heard = sourceNames
      .flatMap((name) => {
        const score = sources[name]?.score
        return score === undefined ? [] : [{ name, score }]
      })
      .sort((a, b) => b.score - a.score)
    const [high] = heard
    const low = heard.at(-1)
    return high && low
      ? [{ kind: 'dissonance', construct, high: high.name, low: low.name }]
      : []
  })
}

/**
 * What to find out before deciding on a component: dissonance in a need it answers, or no
 * figure at all of what it is made for. Needs that are sensitive are left in peace, and what
 * is core needs no more grounds.
 */
export function findOutMoreOn(
  { component, tier, answers }: Recommendation,
  { weighed }: ExplanationContext,
): readonly FindOutMore[] {
  const { needs } = weighed.facts
  const answered = answers.flatMap(({ construct }) => needs.get(construct) ?? [])
  const fits = Object.entries(weighed.inputs.fits[component])
  const most = Math.max(...fits.map(([, fit]) => fit))
  const madeFor = fits
    .filter(([, fit]) => fit === most)
    .map(([construct]) => construct as ConstructId) // keys of `fits`
  const isOpen = madeFor.some((id) => needs.has(id) || constructOf(id).sensitive)
  return [
    ...findOutMore(answered),
    ...(isOpen || tier === 'core'
      ? []
      : [{ kind: 'no-figures' as const, constructs: madeFor }]),
  ]
}
