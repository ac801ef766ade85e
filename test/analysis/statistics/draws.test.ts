import { describe, expect, it } from 'vitest'
import { drawBinomial } from '#analysis/statistics/binomial.ts'
import {
  drawBeta,
  drawDirichlet,
  drawGamma,
  drawNormal,
} from '#analysis/statistics/draws.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import expected from '../expected/statistics.json' with { type: 'json' }

const count = 100_000

/** At each of R's values, the share of draws at or below it is R's, within five errors. */
function expectDistribution(
  draw: () => number,
  { at, share }: { readonly at: readonly number[]; readonly share: readonly number[] },
): void {
  const draws = Array.from({ length: count }, draw)
  at.forEach((value, index) => {
    const p = share[index] ?? Number.NaN
    const found = draws.filter((one) => one <= value).length / count
    expect(Math.abs(found - p), `P(X ≤ ${value})`).toBeLessThanOrEqual(
      5 * Math.sqrt((p * (1 - p)) / count),
    )
  })
}

describe('draws', () => {
  it('from the normal distribution are distributed as in R', () => {
    const random = seededRandom('normal')

    expectDistribution(() => drawNormal(random), expected.normal)
  })

  it.each(expected.gamma)(
    'from the gamma distribution with shape $shape too',
    (gamma) => {
      const random = seededRandom('gamma')

      expectDistribution(() => drawGamma(random, gamma.shape), gamma)
    },
  )

  it.each(expected.beta)('from the beta distribution with $a and $b too', (beta) => {
    const random = seededRandom('beta')

    expectDistribution(() => drawBeta(random, beta.a, beta.b), beta)
  })

  it.each(expected.dirichlet)('part $part of a Dirichlet draw too', (dirichlet) => {
    const random = seededRandom('dirichlet')
    const draw = (): number =>
      drawDirichlet(random, dirichlet.weights)[dirichlet.part - 1] ?? -1

    expectDistribution(draw, dirichlet)
  })

  it.each(expected.binomial)(
    'from the binomial distribution of $n at $p too',
    (binomial) => {
      const random = seededRandom('binomial')

      expectDistribution(() => drawBinomial(random, binomial.n, binomial.p), binomial)
    },
  )

  it('of a Dirichlet distribution add up to 1', () => {
    const random = seededRandom('sum')

    const shares = drawDirichlet(random, [24, 10, 6])

    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('never yield NaN where parameters are tiny', () => {
    const random = seededRandom('tiny')

    const draws = Array.from({ length: 10_000 }, () => drawBeta(random, 1e-9, 2e-9))

    expect(draws.every((draw) => draw === 0 || draw === 1)).toBe(true)
  })

  it('are quick for the largest organization', () => {
    const random = seededRandom('quick')
    const before = performance.now()

    for (let i = 0; i < 100_000; i++) drawBinomial(random, 200_000, 0.3)

    expect(performance.now() - before).toBeLessThan(2000)
  })

  it('are certain where the chance is', () => {
    const random = seededRandom('certain')

    expect(drawBinomial(random, 30, 0)).toBe(0)
    expect(drawBinomial(random, 30, 1)).toBe(30)
    expect(drawBinomial(random, 0, 0.5)).toBe(0)
  })

  it('refuse parameters that make no sense', () => {
    const random = seededRandom('refused')

    expect(() => drawGamma(random, 0)).toThrow(RangeError)
    expect(() => drawBeta(random, 1, -1)).toThrow(RangeError)
    expect(() => drawDirichlet(random, [])).toThrow(RangeError)
    expect(() => drawBinomial(random, 2.5, 0.5)).toThrow(RangeError)
    expect(() => drawBinomial(random, 3, Number.NaN)).toThrow(RangeError)
  })
})
