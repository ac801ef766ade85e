import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chiSquaredTail,
  normalQuantile,
  normalTail,
  tQuantile,
  tTail,
  z95,
} from '#analysis/statistics/distributions.ts'
import { betaQuantile, regularisedBeta } from '#analysis/statistics/incomplete-beta.ts'
import { upperGamma } from '#analysis/statistics/incomplete-gamma.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose } from './expect-close.ts'

describe('the quantiles of R', () => {
  it('come from a version that is written down', () => {
    expect(expected.version).toMatch(/^R version \d+\.\d+\.\d+/)
  })

  it('are those of the normal distribution', () => {
    const { p, q } = expected.normalQuantile

    p.forEach((share, index) => {
      expectClose(normalQuantile(share), q[index] ?? Number.NaN)
    })
    expectClose(z95, normalQuantile(0.975), 1e-14)
  })

  it.each(expected.tQuantile)('are those of t with $df degrees of freedom', (t) => {
    t.p.forEach((share, index) => {
      expectClose(tQuantile(share, t.df), t.q[index] ?? Number.NaN)
    })
  })

  it.each(expected.betaQuantile)('are those of beta with $a and $b', (beta) => {
    beta.p.forEach((share, index) => {
      expectClose(betaQuantile(share, beta.a, beta.b), beta.q[index] ?? Number.NaN)
    })
  })
})

describe('the distributions of R', () => {
  it('are beta, normal, t and chi-squared', () => {
    for (const { x, a, b, part } of expected.beta) {
      expectClose(regularisedBeta(x, a, b), part)
    }
    expected.normalTail.at.forEach((z, index) => {
      expectClose(normalTail(z), expected.normalTail.tail[index] ?? Number.NaN)
    })
    for (const { t, df, tail } of expected.tTail) expectClose(tTail(t, df), tail)
    for (const { x, df, tail } of expected.chiSquaredTail) {
      expectClose(chiSquaredTail(x, df), tail)
    }
  })
})

describe('quantiles and tails', () => {
  const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
  const shape = fc.double({ min: 1, max: 5000, noNaN: true })

  it('undo each other', () => {
    fc.assert(
      fc.property(share, shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b)

        // Rounding x near 1 costs digits where the distribution is steep.
        expect(regularisedBeta(x, a, b)).toBeCloseTo(p, 9)
        expect(1 - normalTail(normalQuantile(p))).toBeCloseTo(p, 12)
        expect(1 - tTail(tQuantile(p, 1 + a), 1 + a)).toBeCloseTo(p, 12)
      }),
    )
  })

  it('mirror each other', () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        expect(regularisedBeta(x, a, b) + regularisedBeta(1 - x, b, a, x)).toBeCloseTo(
          1,
          12,
        )
        expect(tTail(x, a) + tTail(-x, a)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('are numbers from 0 to 1 wherever one may look', () => {
    const anywhere = fc.double({ noNaN: true })
    const parameter = fc.double({ min: 1e-3, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(anywhere, parameter, (place, df) => {
        const found = [
          normalTail(place),
          tTail(place, df),
          chiSquaredTail(Math.abs(place), df),
          upperGamma(df, Math.abs(place)),
        ]

        expect(found.every((part) => part >= 0 && part <= 1)).toBe(true)
      }),
    )
  })

  it('grow in one direction', () => {
    fc.assert(
      fc.property(share, share, shape, shape, (one, other, a, b) => {
        const [low, high] = one < other ? [one, other] : [other, one]

        expectOrder(betaQuantile(low, a, b), betaQuantile(high, a, b))
        expectOrder(tQuantile(low, 1 + a), tQuantile(high, 1 + a))
      }),
    )
  })

  it('refuse what cannot be', () => {
    expect(() => normalQuantile(0)).toThrow('above 0 and below 1')
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError)
    expect(() => normalTail(Number.NaN)).toThrow('expected a number, got NaN')
    expect(() => tQuantile(1, 5)).toThrow(RangeError)
    expect(() => tQuantile(0.5, 0.5)).toThrow('got 0.5')
    expect(() => tTail(1, 0)).toThrow('above 0, got 0')
    expect(() => tTail(Number.NaN, 3)).toThrow(RangeError)
    expect(() => betaQuantile(1.5, 1, 1)).toThrow('from 0 to 1, got 1.5')
    expect(() => betaQuantile(0.5, 0, 1)).toThrow('above 0, got 0 and 1')
    expect(() => regularisedBeta(-0.1, 1, 1)).toThrow(RangeError)
    expect(() => chiSquaredTail(-1, 3)).toThrow(RangeError)
    expect(() => upperGamma(0, 3)).toThrow(RangeError)
  })
})

function expectOrder(low: number, high: number): void {
  expect(low).toBeLessThanOrEqual(high + 1e-12 * Math.abs(high))
}
