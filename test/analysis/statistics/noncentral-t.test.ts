import { describe, expect, it } from 'vitest'
import { tTail } from '#analysis/statistics/distributions.ts'
import { noncentralT } from '#analysis/statistics/noncentral-t.ts'
import expected from '../expected/inference.json' with { type: 'json' }

describe('the noncentral t distribution', () => {
  // R's pt says itself that it is not good to all digits here.
  it.each(expected.noncentralT)('is that of R at $t with $df and $shift', (one) => {
    expect(noncentralT(one.t, one.df, one.shift)).toBeCloseTo(one.part, 11)
  })

  it("is Student's where nothing is shifted, and nearly so where hardly anything is", () => {
    expect(noncentralT(1.3, 7, 0)).toBe(1 - tTail(1.3, 7))
    expect(noncentralT(1.3, 7, 1e-9)).toBeCloseTo(1 - tTail(1.3, 7), 8)
    expect(noncentralT(-1.3, 7, -1e-9)).toBeCloseTo(tTail(1.3, 7), 8)
  })

  it('refuses what cannot be', () => {
    expect(() => noncentralT(1, 3, Number.NaN)).toThrow('δ up to 1000, got NaN')
    expect(() => noncentralT(1, 3, 2000)).toThrow(RangeError)
    expect(() => noncentralT(1, -3, 1)).toThrow(RangeError)
    expect(() => noncentralT(Number.NaN, 3, 1)).toThrow(RangeError)
  })
})
