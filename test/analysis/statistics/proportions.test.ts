import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hypergeometricInterval,
  wilson,
  wilsonFinite,
} from '#analysis/statistics/proportions.ts'
import expected from '../expected/statistics.json' with { type: 'json' }

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

describe('the exact interval of cases among all', () => {
  it.each(expected.hypergeometric)(
    'is that of R for $x of $n of $N',
    ({ x, n, N, cases }) => {
      const { low, high } = hypergeometricInterval(x, n, N)

      expect([low, high]).toEqual(Array.isArray(cases) ? cases : [cases, cases])
    },
  )

  it('has the values that the design names', () => {
    expect(hypergeometricInterval(12, 48, 60)).toEqual({ low: 12, high: 19 })
    expect(hypergeometricInterval(8, 36, 60)).toEqual({ low: 9, high: 20 })
    expect(hypergeometricInterval(5, 30, 50)).toEqual({ low: 5, high: 14 })
    expect(hypergeometricInterval(40, 96, 120)).toEqual({ low: 45, high: 55 })
    expect(hypergeometricInterval(0, 20, 25)).toEqual({ low: 0, high: 2 })
  })

  it('never leaves what is possible', () => {
    const people = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(people, ([cases, others, silent]) => {
        fc.pre(cases + others > 0)

        const all = cases + others + silent
        const { low, high } = hypergeometricInterval(cases, cases + others, all)

        expect(low).toBeGreaterThanOrEqual(cases)
        expect(high).toBeLessThanOrEqual(cases + silent)
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
  })

  it('refuses what cannot be', () => {
    expect(() => hypergeometricInterval(1.5, 4, 9)).toThrow(RangeError)
    expect(() => hypergeometricInterval(5, 4, 9)).toThrow(RangeError)
  })
})
