import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleOf } from '#analysis/statistics/finite-mean.ts'
import { differenceOfMeans } from '#analysis/statistics/welch.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose, expectEnds } from './expect-close.ts'

describe('the difference of two means', () => {
  it.each(expected.welch)('has the t, p and interval of R', (test) => {
    const found = differenceOfMeans(
      sampleOf(test.first, null),
      sampleOf(test.second, null),
    )

    expectClose(found.difference / found.standardError, test.t, 1e-11)
    expectClose(found.df ?? Number.NaN, test.df, 1e-11)
    expectClose(found.p, test.p, 1e-10)
    expectEnds(found.interval, test.ends)
  })

  it('has nothing left to chance when everybody answered in both groups', () => {
    const found = differenceOfMeans(sampleOf([1, 2, 6], 3), sampleOf([3, 5], 2))
    const same = differenceOfMeans(sampleOf([4, 4], null), sampleOf([4, 4], null))

    expect(found).toEqual({
      difference: -1,
      standardError: 0,
      df: null,
      p: 0,
      interval: { low: -1, high: -1 },
    })
    expect(same.p).toBe(1)
  })

  it('turns round with the groups, and is significant where its interval leaves out 0', () => {
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const [first, second] = [sampleOf(one, 90), sampleOf(other, null)]

        const there = differenceOfMeans(first, second)
        const back = differenceOfMeans(second, first)

        expect(there.difference + back.difference).toBe(0)
        expect(there.interval.low).toBeCloseTo(-back.interval.high, 9)
        expect(there.p).toBeCloseTo(back.p, 12)
        fc.pre(Math.abs(there.p - 0.05) > 1e-9)
        expect(there.p < 0.05).toBe(there.interval.low > 0 || there.interval.high < 0)
      }),
    )
  })

  it('needs two answers in each group', () => {
    const alone = { mean: 3, deviation: 0, answered: 1, population: 5 }

    expect(() => differenceOfMeans(alone, sampleOf([1, 2], 9))).toThrow(RangeError)
  })
})

const answers = fc.array(fc.integer({ min: 0, max: 100 }), {
  minLength: 2,
  maxLength: 40,
})
