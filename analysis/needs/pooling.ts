import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import type { Band } from './need.ts'
import { parameters } from './parameters.ts'

/** How good each source is, 0–1, before its weight. */
export interface Qualities {
  readonly survey: number
  readonly focusGroups: number
  readonly managers: number
}

/**
 * The quality of each source for one construct, step 5 of the method.
 *
 *   survey min(1, RR/.60), focus groups min(1, groups/3), managers min(1, κ/.60)
 *
 * Half for managers where they cannot see what is asked.
 *
 * @param responseRate RR; null where unknown
 */
export function qualitiesOf(
  construct: ConstructId,
  heard: {
    readonly responseRate: number | null
    readonly groups: number
    readonly managerCoverage: number
  },
): Qualities {
  const { fullQuality, unknownResponseRate } = parameters
  const rate = heard.responseRate ?? unknownResponseRate
  const sight = constructOf(construct).managerObservable ? 1 : 0.5
  return {
    survey: Math.min(1, rate / fullQuality.responseRate),
    focusGroups: Math.min(1, heard.groups / fullQuality.groups),
    managers: sight * Math.min(1, heard.managerCoverage / fullQuality.managerCoverage),
  }
}

/**
 * One need from several sources.
 *
 *   N = Σ w q v / Σ w q
 *
 * A source that says nothing is not among them; it never counts as 0.
 *
 * @param sources v, 0–100, each with its weight w·q
 * @returns 0–100; null when no source has any weight
 */
export function pool(
  sources: readonly { readonly score: number; readonly weight: number }[],
): number | null {
  const weight = sources.reduce((sum, source) => sum + source.weight, 0)
  if (weight === 0) return null
  return sources.reduce((sum, source) => sum + source.weight * source.score, 0) / weight
}

/** @param score of a need or a cell, 0–100 */
export function bandOf(score: number): Band {
  if (score < 25) return 'low'
  if (score < 45) return 'some'
  return score < 65 ? 'considerable' : 'high'
}
