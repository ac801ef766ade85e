import { describe, expect, it } from 'vitest'
import { at } from '#analysis/statistics/at.ts'
import { logFactorial } from '#analysis/statistics/log-factorial.ts'
import { mean, standardDeviation } from '#analysis/statistics/moments.ts'
import { centralInterval, quantile } from '#analysis/statistics/quantile.ts'
import expected from '../expected/statistics.json' with { type: 'json' }

describe('summaries', () => {
  it('are compared with R, which says which one it was', () => {
    expect(expected.version).toMatch(/^R version \d+\.\d+\.\d+/)
  })

  it.each(expected.moments)('have the mean and deviation of R', (moments) => {
    expect(mean(moments.values)).toBeCloseTo(moments.mean, 11)
    expect(standardDeviation(moments.values)).toBeCloseTo(moments.sd, 11)
  })

  it('have the mean and deviation that the design names', () => {
    const fixture = expected.moments[1]?.values ?? []

    expect(mean(fixture)).toBe(49.375)
    expect(standardDeviation(fixture)).toBeCloseTo(29.86400095, 8)
  })

  it.each(
    expected.quantiles.p.map((p, index) => [p, expected.quantiles.q[index]] as const),
  )('have the quantile of R at %d', (p, q) => {
    expect(quantile(expected.quantiles.values, p)).toBeCloseTo(q ?? Number.NaN, 11)
  })

  it('have central intervals that leave the same out at both ends', () => {
    const { values } = expected.quantiles

    const { low, high } = centralInterval(values, 0.9)

    expect(low).toBeCloseTo(quantile(values, 0.05), 11)
    expect(high).toBeCloseTo(quantile(values, 0.95), 11)
  })

  it.each(
    expected.logFactorial.k.map((k, i) => [k, expected.logFactorial.value[i]] as const),
  )('have the log factorial of R for %d', (k, value = Number.NaN) => {
    expect(Math.abs(logFactorial(k) - value)).toBeLessThanOrEqual(
      1e-13 * Math.max(1, value),
    )
  })

  it('say what they expected instead of yielding NaN', () => {
    expect(() => mean([])).toThrow('expected at least one value, got none')
    expect(() => standardDeviation([1])).toThrow('expected at least two values, got 1')
    expect(() => quantile([], 0.5)).toThrow('expected at least one value, got none')
    expect(() => quantile([1], 1.5)).toThrow('expected a share from 0 to 1, got 1.5')
    expect(() => logFactorial(-1)).toThrow('expected a whole number of 0 or more, got -1')
    expect(() => at([1, 2], 2)).toThrow('expected an index from 0 to 1, got 2')
  })
})
