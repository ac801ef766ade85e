import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agrestiCoull, agrestiCoullFinite } from '#analysis/statistics/agresti-coull.ts'
import { clopperPearson } from '#analysis/statistics/clopper-pearson.ts'
import { effectiveAnswers, leftOut } from '#analysis/statistics/finite-population.ts'
import { shareInterval } from '#analysis/statistics/finite-share.ts'
import { hypergeometricInterval } from '#analysis/statistics/hypergeometric.ts'
import { wilson, wilsonFinite } from '#analysis/statistics/proportions.ts'
import { shareError, wald, waldFinite } from '#analysis/statistics/wald.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose, expectEnds } from './expect-close.ts'

describe('other intervals for a share', () => {
  it.each(expected.proportions)('are those of R for $x of $n', (share) => {
    const { x, n } = share

    expectEnds(agrestiCoull(x, n), share.agrestiCoull)
    expectEnds(wald(x, n), share.wald)
    expectEnds(clopperPearson(x, n), share.clopperPearson)
  })

  it.each(expected.finite)('are those of R for $x of $n of $N', (share) => {
    const { x, n, N } = share

    expectEnds(agrestiCoullFinite(x, n, N), share.agrestiCoull)
    expectEnds(waldFinite(x, n, N), share.wald)
    expectClose(shareError(x, n, N), share.error)
  })

  it('have the values that the design names', () => {
    expect(agrestiCoull(12, 48).low).toBeCloseTo(0.147882, 6)
    expect(agrestiCoull(12, 48).high).toBeCloseTo(0.389168, 6)
    expect(agrestiCoullFinite(12, 48, 60).low).toBeCloseTo(0.198914, 6)
    expect(agrestiCoullFinite(12, 48, 60).high).toBeCloseTo(0.309094, 6)
    expect(wilsonFinite(3, 9, 12).low).toBeCloseTo(0.197502, 6)
    expect(wilsonFinite(150, 400, 500).high).toBeCloseTo(0.39646, 6)
  })

  it('contain the share and stay between 0 and 1, also for parts of a case', () => {
    fc.assert(
      fc.property(counts, ({ x, n, N }) => {
        const intervals = [
          agrestiCoull(x, n),
          agrestiCoullFinite(x, n, N),
          wald(x, n),
          clopperPearson(x, n),
          shareInterval({ cases: x, answered: n, population: N }),
          shareInterval({ cases: x, answered: n, population: null }),
        ]

        for (const { low, high } of intervals) {
          expect(0 <= low && low <= x / n + 1e-12).toBe(true)
          expect(x / n - 1e-12 <= high && high <= 1).toBe(true)
        }
      }),
    )
  })

  it('are the share itself when everybody was asked', () => {
    expect(agrestiCoullFinite(3, 12, 12)).toEqual({ low: 0.25, high: 0.25 })
    expect(waldFinite(3, 12, 12)).toEqual({ low: 0.25, high: 0.25 })
    expect(shareInterval({ cases: 3, answered: 12, population: 12 })).toEqual({
      low: 0.25,
      high: 0.25,
    })
    expect(effectiveAnswers(12, 12)).toBeNull()
    expect(leftOut(12, 12)).toBe(0)
  })

  it('refuse what cannot be', () => {
    expect(() => agrestiCoull(3, 0)).toThrow('got x = 3, n = 0')
    expect(() => agrestiCoullFinite(3, 9, 8)).toThrow('got n = 9, N = 8')
    expect(() => clopperPearson(Number.NaN, 4)).toThrow(RangeError)
    expect(() => wald(5, 4)).toThrow(RangeError)
    expect(() => shareError(1, 1, 30)).toThrow('more than one answer, got 1')
    expect(() => waldFinite(1, 9, 8)).toThrow(RangeError)
    expect(() => leftOut(3, Infinity)).toThrow(RangeError)
    expect(() => effectiveAnswers(0.5, 3)).toThrow(RangeError)
  })
})

describe('the interval of a share of all people', () => {
  it.each(expected.finiteShare)('is that of R for $x of $n of $N', (share) => {
    const { x, n, N, ends } = share

    expectEnds(shareInterval({ cases: x, answered: n, population: N }), ends)
  })

  it('leaves no case out that is quite possible among few people', () => {
    const { high } = shareInterval({ cases: 0, answered: 20, population: 25 })

    expect(high).toBeGreaterThanOrEqual(1 / 25)
    expect(wilsonFinite(0, 20, 25).high).toBeLessThan(1 / 25)
  })

  it('is the exact one, the finite one or the plain one by what is known of N', () => {
    const { low } = hypergeometricInterval(30, 90, 200)

    expect(shareInterval({ cases: 30, answered: 90, population: 200 }).low).toBe(
      low / 200,
    )
    expect(shareInterval({ cases: 30, answered: 90, population: 201 })).toEqual(
      wilsonFinite(30, 90, 201),
    )
    expect(shareInterval({ cases: 30, answered: 90, population: null })).toEqual(
      wilson(30, 90),
    )
  })

  it('refuses samples that cannot be', () => {
    expect(() => shareInterval({ cases: 0, answered: 0, population: 9 })).toThrow(
      RangeError,
    )
    expect(() => shareInterval({ cases: 3, answered: 2, population: 9 })).toThrow(
      RangeError,
    )
  })
})

/** x, not always whole, of n of N. */
const counts = fc
  .tuple(
    fc.integer({ min: 1, max: 400 }),
    fc.nat(400),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([n, silent, part]) => ({ x: Math.floor(8 * n * part) / 8, n, N: n + silent }))
