import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateMean, sampleOf } from '#analysis/statistics/finite-mean.ts'
import { calibratedMean, weightedMean } from '#analysis/statistics/weighted-mean.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose } from './expect-close.ts'

describe('the weighted mean', () => {
  it.each(expected.weighted)('is that of R, with its error', (one) => {
    const { mean, standardError } = weightedMean(one.values, one.weights)

    expectClose(mean, one.mean)
    expectClose(standardError, one.error)
  })

  it.each(expected.calibrated)(
    'knows what its weights were made from, as in R',
    (one) => {
      const margins = Object.values(one.margins)

      const { mean, standardError } = calibratedMean(one.values, one.weights, margins)

      expectClose(mean, one.mean)
      expectClose(standardError, one.error, 1e-10)
    },
  )

  it('is the plain one where all weigh the same', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const plain = estimateMean(sampleOf(values, null))

        const found = weightedMean(
          values,
          values.map(() => 7),
        )

        expect(found.mean).toBeCloseTo(plain.mean, 9)
        expect(found.standardError).toBeCloseTo(plain.standardError, 9)
      }),
    )
  })

  it('lies among the values, and calibration takes nothing away where it cannot', () => {
    fc.assert(
      fc.property(answers, fc.nat(), (values, seed) => {
        const weights = values.map((_, index) => 1 + ((seed + index) % 5))

        const { mean, standardError } = weightedMean(values, weights)
        const same = calibratedMean(values, weights, [values.map((value) => `${value}`)])

        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
        expect(Number.isFinite(standardError)).toBe(true)
        expect(same.standardError).toBeCloseTo(0, 9)
      }),
    )
  })

  it('refuses what cannot be', () => {
    expect(() => weightedMean([1], [1])).toThrow('got 1 and 1')
    expect(() => weightedMean([1, 2], [1])).toThrow('got 2 and 1')
    expect(() => weightedMean([1, 2], [1, 0])).toThrow('above 0, got 0')
    expect(() => weightedMean([1, Number.NaN], [1, 1])).toThrow('finite values')
    expect(() => calibratedMean([1, 2], [1, 1], [])).toThrow('at least one margin')
    expect(() => calibratedMean([1, 2], [1, 1], [['a']])).toThrow('2 categories, got 1')
  })
})

const answers = fc.array(fc.integer({ min: 0, max: 100 }), {
  minLength: 2,
  maxLength: 30,
})
