import type { Family } from '#surveys/modules/getting-help.ts'
import { midpointOf } from '../disclosure/bands.ts'
import type { Release } from '../disclosure/disclosed.ts'
import { readShare } from '../needs/read-release.ts'
import { wishOf } from './priority.ts'

/** Who would use a kind of help: `share` 0–1 of `n` answers. */
export interface CountedWish {
  readonly family: Family
  readonly n: number
  readonly share: number
}

/**
 * How many were asked what they would use; null where that may not be shown. The wishes' own
 * number of answers is not released; it is close to that of all answers.
 */
export function wishesAsked({
  organization,
}: Pick<Release, 'organization'>): number | null {
  const { answered, headcount } = organization
  return answered.kind === 'hidden' ? null : midpointOf(answered, headcount)
}

/** Every kind of help whose share of wishes is released, read at the middle of its bounds. */
export function countWishes(
  release: Pick<Release, 'wanted' | 'organization'>,
): readonly CountedWish[] {
  const n = wishesAsked(release)
  if (n === null) return []
  return Object.entries(release.wanted).flatMap(([family, figure]) => {
    const share = readShare(figure)
    const known = family as Family // a key of `wanted`
    return share === null ? [] : [{ family: known, n, share }]
  })
}

/**
 * f of every kind of help whose share is released, at the posterior mean of the share.
 *
 *   f = min(1, share / .30), share = (½ + k) / (1 + n)
 *
 * k = n·share those who would use it, of n answers.
 *
 * @returns 0–1 by kind of help; what is not released is not among them
 */
export function wishesOf(
  release: Pick<Release, 'wanted' | 'organization'>,
): ReadonlyMap<Family, number> {
  return new Map(
    countWishes(release).map(({ family, n, share }) => {
      return [family, wishOf((0.5 + n * share) / (1 + n))]
    }),
  )
}
