import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  estimateMean,
  type MeanSample,
  sampleOf,
  stratifiedMean,
} from '#analysis/statistics/finite-mean.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import statistics from '../expected/statistics.json' with { type: 'json' }
import { expectClose, expectEnds } from './expect-close.ts'

describe('the mean of all people', () => {
  it.each(expected.finiteMean)('is that of R where there are $N', (one) => {
    const { mean, standardError, interval } = estimateMean(
      sampleOf(one.values, one.N === 0 ? null : one.N),
    )

    expectClose(mean, one.mean)
    expectClose(standardError, one.error)
    expectEnds(interval, one.ends)
  })

  it('has the values that the design names', () => {
    const fixture = statistics.moments[1]?.values ?? []

    const { standardError, interval } = estimateMean(sampleOf(fixture, 32))

    expect(standardError).toBeCloseTo(4.089297, 6)
    expect(interval.low).toBeCloseTo(40.816, 5)
    expect(interval.high).toBeCloseTo(57.934, 5)
  })

  it('is certain when everybody answered, also when everybody is one', () => {
    const all = estimateMean(sampleOf([25, 50, 75], 3))
    const one = estimateMean(sampleOf([40], 1))

    expect(all).toEqual({
      mean: 50,
      standardError: 0,
      df: null,
      interval: { low: 50, high: 50 },
    })
    expect(one.interval).toEqual({ low: 40, high: 40 })
  })

  it('lies in its interval, which narrows as more of the people answer', () => {
    fc.assert(
      fc.property(samples, fc.nat(500), (sample, more) => {
        const { mean, interval } = estimateMean(sample)
        const wider = estimateMean({
          ...sample,
          population: sample.population === null ? null : sample.population + more,
        })

        expect(interval.low <= mean && mean <= interval.high).toBe(true)
        expect(wider.standardError).toBeGreaterThanOrEqual(
          estimateMean(sample).standardError,
        )
        expect([interval.low, interval.high].every(Number.isFinite)).toBe(true)
      }),
    )
  })

  it('refuses what cannot be', () => {
    const sample = { mean: 50, deviation: 20, answered: 10, population: 20 }
    const estimate = (part: Partial<MeanSample>) => () =>
      estimateMean({ ...sample, ...part })

    expect(() => sampleOf([], 9)).toThrow('at least two values, got 0')
    expect(() => sampleOf([3], 9)).toThrow('at least two values, got 1')
    expect(estimate({ answered: 1 })).toThrow("two answers or everybody's, got 1")
    expect(estimate({ deviation: -1 })).toThrow('0 or more, got -1')
    expect(estimate({ mean: Number.NaN })).toThrow('a mean, got NaN')
    expect(estimate({ population: 9 })).toThrow('got n = 10, N = 9')
  })
})

describe('the mean of strata', () => {
  it.each(expected.stratified)('is that of R for $N', (units) => {
    const strata = units.m.map((mean, index) => ({
      mean,
      deviation: units.s[index] ?? Number.NaN,
      answered: units.n[index] ?? Number.NaN,
      population: units.N[index] ?? Number.NaN,
    }))

    const { mean, standardError, df, interval } = stratifiedMean(strata)

    expectClose(mean, units.mean)
    expectClose(standardError, units.error)
    expectClose(df ?? Number.NaN, units.df)
    expectEnds(interval, units.ends)
  })

  it('is the mean itself where there is one stratum', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        fc.pre(sample.population !== null)

        const { interval } = stratifiedMean([sample])
        const alone = estimateMean(sample).interval

        expect(interval.low).toBeCloseTo(alone.low, 9)
        expect(interval.high).toBeCloseTo(alone.high, 9)
      }),
    )
  })

  it('is certain when everybody answered everywhere', () => {
    const { mean, interval } = stratifiedMean([sampleOf([1, 2], 2), sampleOf([7], 1)])

    expect(mean).toBeCloseTo(10 / 3, 12)
    expect(interval).toEqual({ low: mean, high: mean })
  })

  it('refuses strata of nobody knows how many', () => {
    expect(() => stratifiedMean([])).toThrow('at least one stratum, got none')
    expect(() => stratifiedMean([sampleOf([1, 2], null)])).toThrow('the head count')
  })
})

const samples: fc.Arbitrary<MeanSample> = fc.record({
  mean: fc.double({ min: 0, max: 100, noNaN: true }),
  deviation: fc.double({ min: 0, max: 50, noNaN: true }),
  answered: fc.double({ min: 2, max: 400, noNaN: true }),
  population: fc.option(fc.double({ min: 400, max: 5000, noNaN: true })),
})
