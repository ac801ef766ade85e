import { expect } from 'vitest'
import type { Interval } from '#analysis/statistics/quantile.ts'

/**
 * Within a part of the expected number. 0 itself, which other programs reach by rounding
 * only, is met within 1e-12.
 */
export function expectClose(found: number, expected: number, relative = 1e-12): void {
  const allowed = Math.max(relative * Math.abs(expected), expected === 0 ? 1e-12 : 0)
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(
    allowed,
  )
}

/**
 * Both ends, within a part of the greater one or 1e-12: ends near 0 are differences that
 * have lost digits.
 */
export function expectEnds(
  { low, high }: Interval,
  ends: readonly number[],
  relative = 1e-9,
): void {
  const [least = Number.NaN, most = Number.NaN] = ends
  const allowed = Math.max(relative * Math.max(Math.abs(least), Math.abs(most)), 1e-12)
  expect(Math.abs(low - least), `${low} for ${least}`).toBeLessThanOrEqual(allowed)
  expect(Math.abs(high - most), `${high} for ${most}`).toBeLessThanOrEqual(allowed)
}
