import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileOfF, upperShareOfF } from '#analysis/statistics/f-distribution.ts'
import expected from '../expected/reliability.json' with { type: 'json' }
import { expectClose, finiteOrRefused } from './compare.ts'

const { f, quantilesOfF } = expected

describe('the F distribution', () => {
  it.each(f)('has the p of R for $f with $freedom', ({ f: value, freedom, p }) => {
    expectClose(upperShareOfF(value, freedom[0] ?? 0, freedom[1] ?? 0), p, 1e-9)
  })

  it.each(quantilesOfF)('has the quantile of R at $p with $freedom', (quantile) => {
    const [d1 = 0, d2 = 0] = quantile.freedom

    expectClose(quantileOfF(quantile.p, d1, d2), quantile.value, 1e-11)
  })

  it('says what it expected instead of yielding NaN', () => {
    expect(() => quantileOfF(1, 3, 4)).toThrow('expected a share inside 0 to 1, got 1')
    expect(() => quantileOfF(0.5, 0, 4)).toThrow('freedom from 1 to 10⁹, got 0 and 4')
    expect(() => upperShareOfF(-1, 3, 4)).toThrow('expected F ≥ 0, got -1')
  })

  it('never yields NaN, whatever it is given', () => {
    const any = fc.oneof(fc.double(), fc.double({ min: 0, max: 200, noNaN: true }))
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        finiteOrRefused(() => upperShareOfF(a, b, c))
        finiteOrRefused(() => quantileOfF(a, b, c))
      }),
      { numRuns: 500 },
    )
  })
})
