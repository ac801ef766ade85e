import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '../recommendation/components.ts'
import { parameters as defaults } from './parameters.ts'
import type { Qualities } from './pooling.ts'

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends number
    ? number
    : T[K] extends string
      ? string
      : T[K] extends readonly number[]
        ? readonly number[]
        : Widened<T[K]>
}

/** How fully each component answers each need, 0–1; a need that is not named, not at all. */
export type Fits = Readonly<
  Record<ComponentId, Readonly<Partial<Record<ConstructId, number>>>>
>

/** λ of the best, second and third answered need. */
export type MatchWeights = readonly [number, number, number]

/**
 * The judgement an organization may replace by its own. Nothing else: neither the rules that
 * put hazards first nor anything that protects anonymity is among it.
 */
export type Weight =
  | { readonly kind: 'sources'; readonly to: Qualities }
  | { readonly kind: 'match'; readonly to: MatchWeights }
  | { readonly kind: 'burden-scale'; readonly to: number }
  | { readonly kind: 'severity'; readonly construct: ConstructId; readonly to: number }
  | {
      readonly kind: 'fit'
      readonly component: ComponentId
      readonly construct: ConstructId
      readonly to: number
    }

/** A weight an organization changes, and why. The reason is printed. */
export type WeightChange = Weight & { readonly reason: string }

/** Every number of the method: those of `parameters.ts`, and those a need or component has. */
export interface Parameters extends Widened<typeof defaults> {
  /** harm for each person concerned if nothing is done, 0–1 */
  readonly severities: Readonly<Record<ConstructId, number>>
  readonly fits: Fits
  /** what is not the default, in the order it was changed */
  readonly changes: readonly WeightChange[]
}

/** The parameters where nobody changed any. */
export const standardParameters: Parameters = {
  ...defaults,
  severities: byConstruct((id) => constructOf(id).severity),
  fits: byComponent((id) => componentOf(id).fits),
  changes: [],
}

function byConstruct(read: (id: ConstructId) => number): Parameters['severities'] {
  const values = constructIds.map((id) => [id, read(id)])
  return Object.fromEntries(values) as Parameters['severities'] // one for every id
}

function byComponent(read: (id: ComponentId) => Fits[ComponentId]): Fits {
  const values = componentIds.map((id) => [id, read(id)])
  return Object.fromEntries(values) as Fits // one for every id
}
