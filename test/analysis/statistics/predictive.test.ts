import { describe, expect, it } from 'vitest'
import { drawBinomial } from '#analysis/statistics/binomial.ts'
import { drawNormal } from '#analysis/statistics/draws.ts'
import { mean } from '#analysis/statistics/moments.ts'
import {
  drawShare,
  jeffreys,
  predictiveInterval,
} from '#analysis/statistics/predictive.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import expected from '../expected/statistics.json' with { type: 'json' }

describe('the predictive interval', () => {
  it.each(expected.predictiveExact)(
    'is the exact one for $k of $n of $N where silence says nothing',
    ({ k, n, N, ends, mean: expectedMean }) => {
      const random = seededRandom('exact')
      const sample = { answered: n, cases: k, population: N }

      const shares = Array.from({ length: 50_000 }, () =>
        drawShare(random, sample, jeffreys, 0),
      )

      const { low, high } = predictiveInterval(random, sample, {
        sigma: 0,
        draws: 50_000,
        level: 0.95,
      })

      expect(Math.abs(mean(shares) - expectedMean)).toBeLessThan(0.001)
      // One case to either side: the distribution has steps where its ends are.
      expect(Math.abs(low - (ends[0] ?? Number.NaN))).toBeLessThanOrEqual(1 / N)
      expect(Math.abs(high - (ends[1] ?? Number.NaN))).toBeLessThanOrEqual(1 / N)
    },
  )

  it.each(expected.predictive)(
    'is that of R for $k of $n of $N where silence may mean $sigma logits',
    ({ k, n, N, sigma, ends, mean: expectedMean }) => {
      const random = seededRandom('simulated')
      const sample = { answered: n, cases: k, population: N }

      const shares = Array.from({ length: 50_000 }, () =>
        drawShare(random, sample, jeffreys, sigma * drawNormal(random)),
      )
      const { low, high } = predictiveInterval(random, sample, {
        sigma,
        draws: 50_000,
        level: 0.95,
      })

      expect(Math.abs(mean(shares) - expectedMean)).toBeLessThan(0.002)
      expect(Math.abs(low - (ends[0] ?? Number.NaN))).toBeLessThan(0.01)
      expect(Math.abs(high - (ends[1] ?? Number.NaN))).toBeLessThan(0.01)
    },
  )

  it('is the share itself when everybody answered', () => {
    const random = seededRandom('census')
    const sample = { answered: 60, cases: 27, population: 60 }

    const interval = predictiveInterval(random, sample, {
      sigma: 1,
      draws: 100,
      level: 0.95,
    })

    expect(interval).toEqual({ low: 0.45, high: 0.45 })
  })

  it('holds its level when silence says nothing, and when it means what it allows for', () => {
    for (const [bias, least] of [
      [0, 0.945],
      [0.5, 0.945],
    ] as const) {
      expect(coverage(bias)).toBeGreaterThanOrEqual(least)
    }
  })

  it('does not hold its level when silence means twice of that', () => {
    expect(coverage(1)).toBeLessThan(0.9)
  })

  it('treats unknown head counts as infinitely many people', () => {
    const random = seededRandom('infinite')
    const sample = { answered: 100, cases: 30, population: null }

    const shares = Array.from({ length: 20_000 }, () =>
      drawShare(random, sample, jeffreys, 0),
    )

    expect(mean(shares)).toBeCloseTo(30.5 / 101, 2)
  })

  it('refuses samples that cannot be', () => {
    const random = seededRandom('refused')
    const draw = (answered: number, cases: number, population: number | null): number =>
      drawShare(random, { answered, cases, population }, jeffreys, 0)

    expect(() => draw(10, 11, 20)).toThrow(RangeError)
    expect(() => draw(10, 1, 9)).toThrow(RangeError)
    expect(() => draw(10.5, 1, 20)).toThrow(RangeError)
    expect(() => draw(0, 0, 0)).toThrow(RangeError)
  })
})

/**
 * How often the interval contains the truth: N = 300 people of whom three in ten are
 * concerned, and of whom 60 % answer, those concerned less often by `bias` logits.
 */
function coverage(bias: number): number {
  const random = seededRandom(`coverage ${bias}`)
  const repetitions = 600
  let covered = 0
  for (let i = 0; i < repetitions; i++) {
    const concerned = 90
    const odds = 1.5 * Math.exp(-bias)
    const cases = drawBinomial(random, concerned, odds / (1 + odds))
    const answered = cases + drawBinomial(random, 300 - concerned, 0.6)
    const { low, high } = predictiveInterval(
      random,
      { answered, cases, population: 300 },
      { sigma: 0.5, draws: 400, level: 0.95 },
    )
    if (low <= 0.3 && 0.3 <= high) covered += 1
  }
  return covered / repetitions
}
