import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  wilson,
  wilsonCorrected,
  wilsonFinite,
} from '#analysis/statistics/proportions.ts'
import inference from '../expected/inference.json' with { type: 'json' }
import expected from '../expected/statistics.json' with { type: 'json' }
import { expectEnds } from './expect-close.ts'

describe("Wilson's interval", () => {
  it.each(expected.wilson)('is that of R for $x of $n', ({ x, n, ends }) => {
    const { low, high } = wilson(x, n)

    expect(low).toBeCloseTo(ends[0] ?? Number.NaN, 12)
    expect(high).toBeCloseTo(ends[1] ?? Number.NaN, 12)
  })

  it.each(expected.wilsonFinite)(
    'is that of R for $x of $n of $N',
    ({ x, n, N, ends }) => {
      const { low, high } = wilsonFinite(x, n, N)

      expect(low).toBeCloseTo(ends[0] ?? Number.NaN, 12)
      expect(high).toBeCloseTo(ends[1] ?? Number.NaN, 12)
    },
  )

  it('has the values that the design names', () => {
    expect(wilson(12, 48).low).toBeCloseTo(0.1492063, 7)
    expect(wilson(12, 48).high).toBeCloseTo(0.3878437, 7)
    expect(wilsonFinite(12, 48, 60).low).toBeCloseTo(0.199057, 6)
    expect(wilsonFinite(12, 48, 60).high).toBeCloseTo(0.308951, 6)
    expect(wilsonFinite(3, 9, 12).high).toBeCloseTo(0.503921, 6)
    expect(wilsonFinite(150, 400, 500).low).toBeCloseTo(0.354021, 6)
  })

  it('contains the share itself and stays between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const x = Math.round(n * part)

          const { low, high } = wilson(x, n)

          expect(0 <= low && low <= x / n && x / n <= high && high <= 1).toBe(true)
        },
      ),
    )
  })

  it('refuses what cannot be', () => {
    expect(() => wilson(3, 0)).toThrow(RangeError)
    expect(() => wilson(5, 4)).toThrow(RangeError)
    expect(() => wilsonFinite(2, 10, 9)).toThrow(RangeError)
    expect(() => wilsonFinite(Number.NaN, 9, 9)).toThrow(RangeError)
  })
})

describe("Wilson's interval with continuity correction", () => {
  it.each(inference.proportions.filter(({ x, n }) => Math.abs(x - n / 2) >= 0.5))(
    'is that of R for $x of $n',
    ({ x, n, wilsonCorrected: ends }) => {
      expectEnds(wilsonCorrected(x, n), ends)
    },
  )

  it('contains the one without', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (n, draw) => {
        const x = draw % (n + 1)

        const narrow = wilson(x, n)
        const wide = wilsonCorrected(x, n)

        expect(wide.low).toBeLessThanOrEqual(narrow.low)
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high)
        expect(wide.low >= 0 && wide.high <= 1).toBe(true)
      }),
    )
  })

  it('refuses what cannot be', () => {
    expect(() => wilsonCorrected(5, 4)).toThrow('got x = 5, n = 4')
  })
})
