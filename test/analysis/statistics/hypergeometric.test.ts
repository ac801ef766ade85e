import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hypergeometricInterval } from '#analysis/statistics/hypergeometric.ts'
import expected from '../expected/statistics.json' with { type: 'json' }

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
