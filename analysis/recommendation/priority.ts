import type { ConstructId } from '#surveys/constructs.ts'
import { parameters } from '../needs/parameters.ts'
import type { Component } from './components.ts'

/** One need a component answers: a, 0–1, and v = a·N, 0–100. */
export interface Answered {
  readonly construct: ConstructId
  readonly fit: number
  readonly match: number
}

/**
 * The needs a component answers, the best match first; ties by id. A need that no source
 * can speak of is not among them.
 *
 * @param needOf N, 0–100; undefined where unknown
 */
export function answeredBy(
  { fits }: Pick<Component, 'fits'>,
  needOf: (construct: ConstructId) => number | undefined,
): readonly Answered[] {
  return Object.entries(fits)
    .flatMap(([id, fit]) => {
      const construct = id as ConstructId // the keys of `fits`
      const need = needOf(construct)
      return need === undefined ? [] : [{ construct, fit, match: fit * need }]
    })
    .sort((a, b) => b.match - a.match || (a.construct < b.construct ? -1 : 1))
}

/**
 * How well a component answers what is needed, step 6 of the method.
 *
 *   Match = λ₁ v₍₁₎ + λ₂ v₍₂₎ + λ₃ v₍₃₎
 *
 * v₍₁₎ its best matched need and so on; a component that answers fewer than three loses the
 * rest.
 *
 * @param matches v = a·N, 0–100, the greatest first
 * @param weights λ, adding up to 1
 * @returns 0–100
 */
export function matchOf(
  matches: readonly number[],
  weights: readonly number[] = parameters.match.weights,
): number {
  return weights.reduce((sum, weight, index) => sum + weight * (matches[index] ?? 0), 0)
}

/**
 * What speaks for a component in all.
 *
 *   Priority = Match · (.6 + .4 e) · (.7 + .3 f)
 *
 * @param match 0–100
 * @param evidence e, 0–1: how well it is known to help
 * @param wish f, 0–1: how much it is wanted
 * @returns 0–100
 */
export function priorityOf(match: number, evidence: number, wish: number): number {
  const { withoutEvidence, withoutWish } = parameters.priority
  const byEvidence = withoutEvidence + (1 - withoutEvidence) * evidence
  const byWish = withoutWish + (1 - withoutWish) * wish
  return match * byEvidence * byWish
}

/**
 * f = min(1, share / .30): from three in ten on, more wishes do not count more.
 *
 * @param share who would use it, 0–1
 */
export function wishOf(share: number): number {
  return Math.min(1, share / parameters.priority.fullWish)
}
