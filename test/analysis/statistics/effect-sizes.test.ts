import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approximateCorrection,
  cohensD,
  cohensH,
  exactCorrection,
  hedgesG,
  hedgesInterval,
} from '#analysis/statistics/effect-sizes.ts'
import { sampleOf } from '#analysis/statistics/finite-mean.ts'
import { noncentralInterval } from '#analysis/statistics/noncentral-t.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose, expectEnds } from './expect-close.ts'

describe("Cohen's h", () => {
  it.each(expected.cohensH)('is that of R for $p', ({ p, h }) => {
    expectClose(cohensH(p[0] ?? Number.NaN, p[1] ?? Number.NaN), h)
  })

  it('has the value that the design names', () => {
    expect(cohensH(30 / 80, 15 / 70)).toBeCloseTo(0.355565, 6)
  })

  it('refuses what is no share', () => {
    expect(() => cohensH(1.1, 0)).toThrow('from 0 to 1, got 1.1')
    expect(() => cohensH(0, Number.NaN)).toThrow(RangeError)
  })
})

describe("Cohen's d and Hedges' g", () => {
  it.each(expected.effects)('are those of R, with both intervals', (effect) => {
    const first = sampleOf(effect.first, null)
    const second = sampleOf(effect.second, null)

    expectClose(cohensD(first, second), effect.d)
    expectClose(hedgesG(first, second), effect.exact)
    expectClose(hedgesG(first, second, approximateCorrection), effect.approximate)
    expectEnds(hedgesInterval(first, second), effect.normal)
    expectEnds(noncentralInterval(first, second) ?? none, effect.noncentral)
  })

  it('have the values that the design names', () => {
    const first = sampleOf([50, 62.5, 75, 37.5, 56.25, 68.75], null)
    const second = sampleOf([31.25, 43.75, 50, 37.5, 25, 56.25, 43.75], null)

    expect(cohensD(first, second)).toBeCloseTo(1.429753, 6)
    expect(hedgesG(first, second, approximateCorrection)).toBeCloseTo(1.330003, 6)
    expect(hedgesG(first, second)).toBeCloseTo(1.329613, 6)
  })

  it.each(expected.correction)('are corrected as in R for $df', ({ df, exact }) => {
    // R takes the difference of two logarithms, which costs it digits where df is large.
    expectClose(exactCorrection(df), exact, 1e-10)
    expect(Math.abs(approximateCorrection(df) - exact)).toBeLessThan(0.02)
  })

  it('lie in their intervals, and turn round with the groups', () => {
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const [first, second] = [sampleOf(one, null), sampleOf(other, null)]
        fc.pre(first.deviation + second.deviation > 0)

        const g = hedgesG(first, second)
        const normal = hedgesInterval(first, second)
        const noncentral = noncentralInterval(first, second)

        expect(g).toBeCloseTo(-hedgesG(second, first), 12)
        expect(normal.low < g && g < normal.high).toBe(true)
        if (noncentral === null) return
        expect(noncentral.low < noncentral.high).toBe(true)
        expect(Number.isFinite(noncentral.low + noncentral.high)).toBe(true)
      }),
    )
  })

  it('have no noncentral interval where groups hardly overlap', () => {
    const [low, high] = [sampleOf([1, 1, 2], null), sampleOf([99, 99, 100], null)]

    expect(noncentralInterval(high, low)).toBeNull()
    expect(hedgesInterval(high, low).low).toBeGreaterThan(0)
  })

  it('do not exist where nobody differs from anybody', () => {
    const [all, others] = [sampleOf([3, 3], null), sampleOf([5, 5, 5], null)]

    expect(() => cohensD(all, others)).toThrow('expected answers that differ')
    expect(() => hedgesG(all, others)).toThrow(RangeError)
    expect(() => hedgesInterval(all, others)).toThrow(RangeError)
  })

  it('refuse groups of one, and what is no number', () => {
    const group = { mean: 3, deviation: 1, answered: 9 }

    expect(() => cohensD(group, { ...group, answered: 1 })).toThrow('in a group, got 1')
    expect(() => cohensD(group, { ...group, mean: Number.NaN })).toThrow('got NaN and 1')
    expect(() => cohensD(group, { ...group, deviation: -2 })).toThrow('got 3 and -2')
    expect(() => exactCorrection(1)).toThrow('more than one degree of freedom, got 1')
    expect(() => approximateCorrection(Number.NaN)).toThrow(RangeError)
  })
})

const none = { low: Number.NaN, high: Number.NaN }

const answers = fc.array(fc.integer({ min: 0, max: 100 }), {
  minLength: 2,
  maxLength: 30,
})
