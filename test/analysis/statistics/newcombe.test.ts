import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOfShares } from '#analysis/statistics/newcombe.ts'
import type { Sample } from '#analysis/statistics/predictive.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectEnds } from './expect-close.ts'

describe('the difference of two shares', () => {
  it.each(expected.newcombe)('has the interval of R for $x of $n', ({ x, n, ends }) => {
    const { interval } = differenceOfShares(sampleAt(0, x, n), sampleAt(1, x, n))

    expectEnds(interval, ends)
  })

  it.each(expected.newcombeFinite)(
    'has the interval of R for $x of $n of $N',
    ({ x, n, N, ends }) => {
      const { interval } = differenceOfShares(sampleAt(0, x, n, N), sampleAt(1, x, n, N))

      expectEnds(interval, ends)
    },
  )

  it('has the values that the design names', () => {
    const { difference, interval } = differenceOfShares(
      { cases: 30, answered: 80, population: null },
      { cases: 15, answered: 70, population: null },
    )

    expect(difference).toBeCloseTo(0.160714, 6)
    expect(interval.low).toBeCloseTo(0.013632, 6)
    expect(interval.high).toBeCloseTo(0.296275, 6)
  })

  it('is certain when everybody answered in both groups', () => {
    const { difference, interval } = differenceOfShares(
      { cases: 9, answered: 30, population: 30 },
      { cases: 3, answered: 12, population: 12 },
    )

    expect(difference).toBeCloseTo(0.05, 12)
    expect(interval).toEqual({ low: difference, high: difference })
  })

  it('lies in its interval, within what is possible, and turns round with the groups', () => {
    fc.assert(
      fc.property(samples, samples, (first, second) => {
        const { difference, interval } = differenceOfShares(first, second)
        const back = differenceOfShares(second, first)

        expect(interval.low <= difference && difference <= interval.high).toBe(true)
        expect(interval.low >= -1 && interval.high <= 1).toBe(true)
        expect(back.interval.low).toBeCloseTo(-interval.high, 12)
      }),
    )
  })

  it('refuses samples that cannot be', () => {
    const sample = { cases: 3, answered: 9, population: 20 }

    expect(() => differenceOfShares(sample, { ...sample, cases: 10 })).toThrow(RangeError)
    expect(() =>
      differenceOfShares({ ...sample, answered: 0, cases: 0 }, sample),
    ).toThrow(RangeError)
    expect(() => differenceOfShares(sample, { ...sample, population: 8 })).toThrow(
      'a whole N of at least 9, got 8',
    )
  })
})

function sampleAt(
  group: number,
  x: readonly number[],
  n: readonly number[],
  people?: readonly number[],
): Sample {
  return {
    cases: x[group] ?? Number.NaN,
    answered: n[group] ?? Number.NaN,
    population: people?.[group] ?? null,
  }
}

const samples = fc
  .tuple(
    fc.integer({ min: 1, max: 300 }),
    fc.option(fc.nat(300)),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([answered, silent, part]) => ({
    cases: Math.min(answered, answered * part),
    answered,
    population: silent === null ? null : answered + silent,
  }))
