import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeanSample } from '#analysis/statistics/finite-mean.ts'
import type { Sample } from '#analysis/statistics/predictive.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import {
  changeOfMean,
  changeOfShare,
  isNotable,
  predictiveChange,
} from '#analysis/statistics/waves.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose, expectEnds } from './expect-close.ts'

const share = (cases: number, answered: number, population: number | null): Sample => ({
  cases,
  answered,
  population,
})
const mean = (
  value: number,
  deviation: number,
  answered: number,
  population: number | null,
): MeanSample => ({ mean: value, deviation, answered, population })

describe('the change of a share', () => {
  it.each(expected.shareChange)('is that of R from $before to $after', (wave) => {
    const [before, after] = [wave.before, wave.after].map(
      ([k = Number.NaN, n = Number.NaN, people = Number.NaN]) => share(k, n, people),
    )
    if (!before || !after) throw new Error('expected two waves')

    const change = changeOfShare(before, after)

    expectClose(change.difference, wave.difference)
    expectEnds(change.interval, wave.ends)
    expectClose(change.cohensH, wave.h)
  })

  it('by draws is about what it is in closed form, when silence says nothing', () => {
    const [before, after] = [share(75, 250, 500), share(120, 260, 510)]

    const drawn = predictiveChange(seededRandom('waves'), before, after, {
      sigma: 0,
      draws: 20_000,
    })
    const closed = changeOfShare(before, after)

    expect(drawn.difference).toBe(closed.difference)
    expect(Math.abs(drawn.interval.low - closed.interval.low)).toBeLessThan(0.01)
    expect(Math.abs(drawn.interval.high - closed.interval.high)).toBeLessThan(0.01)
  })

  it('is less sure by draws where silence may mean something', () => {
    const [before, after] = [share(75, 250, 500), share(120, 260, 510)]
    const width = (sigma: number): number => {
      const { interval } = predictiveChange(seededRandom('sigma'), before, after, {
        sigma,
        draws: 4000,
      })
      return interval.high - interval.low
    }

    expect(width(0.5)).toBeGreaterThan(width(0))
  })

  it('needs answers in both waves', () => {
    expect(() => changeOfShare(share(0, 0, 20), share(3, 9, 20))).toThrow(RangeError)
    expect(() =>
      predictiveChange(seededRandom('none'), share(0, 0, 20), share(3, 9, 20), {
        sigma: 0,
        draws: 10,
      }),
    ).toThrow('at least one answer, got none')
  })
})

describe('the change of a mean', () => {
  it.each(expected.meanChange)('is that of R from $before to $after', (wave) => {
    const [before, after] = [wave.before, wave.after].map(
      ([m = Number.NaN, s = Number.NaN, n = Number.NaN, people = 0]) =>
        mean(m, s, n, people === 0 ? null : people),
    )
    if (!before || !after) throw new Error('expected two waves')

    const change = changeOfMean(before, after)

    expectClose(change.difference, wave.difference)
    expectEnds(change.interval, wave.ends)
    expectClose(change.hedgesG ?? Number.NaN, wave.g)
  })

  it('has no g where everybody agreed in both waves', () => {
    const change = changeOfMean(mean(50, 0, 10, 10), mean(52, 0, 10, 10))

    expect(change.hedgesG).toBeNull()
    expect(isNotable(change)).toBe(true)
    expect(isNotable(changeOfMean(mean(50, 0, 9, null), mean(50, 0, 9, null)))).toBe(
      false,
    )
  })
})

describe('a notable change', () => {
  const interval = { low: 0.01, high: 0.3 }
  const ofShare = { measure: 'share' as const, cohensH: 0.2, interval }
  const ofMean = { measure: 'mean' as const, difference: 9, interval }

  it('of a share is ten points or more, ten exactly among them', () => {
    expect(isNotable({ ...ofShare, difference: 0.5 - 0.4 })).toBe(true)
    expect(isNotable({ ...ofShare, difference: 0.4 - 0.5, interval: below })).toBe(true)
    expect(isNotable({ ...ofShare, difference: 0.09 })).toBe(false)
  })

  it('of a mean is three tenths of a deviation or more', () => {
    expect(isNotable({ ...ofMean, hedgesG: 0.3 })).toBe(true)
    expect(isNotable({ ...ofMean, hedgesG: -0.31, interval: below })).toBe(true)
    expect(isNotable({ ...ofMean, hedgesG: 0.29 })).toBe(false)
  })

  it('is none where the interval has 0 in it or at its end', () => {
    const change = { ...ofShare, difference: 0.4 }

    expect(isNotable({ ...change, interval: { low: -0.1, high: 0.9 } })).toBe(false)
    expect(isNotable({ ...change, interval: { low: 0, high: 0.9 } })).toBe(false)
    expect(isNotable({ ...change, interval: { low: -0.9, high: 0 } })).toBe(false)
  })

  it('is as notable backwards', () => {
    fc.assert(
      fc.property(waves, waves, ([k, m], [l, n]) => {
        const [before, after] = [share(k, m, 300), share(l, n, null)]
        const [first, second] = [mean(k, 20, m, 300), mean(l, 25, n, null)]

        expect(isNotable(changeOfShare(before, after))).toBe(
          isNotable(changeOfShare(after, before)),
        )
        expect(isNotable(changeOfMean(first, second))).toBe(
          isNotable(changeOfMean(second, first)),
        )
      }),
    )
  })
})

const below = { low: -0.4, high: -0.01 }

const waves = fc
  .tuple(fc.integer({ min: 2, max: 200 }), fc.integer({ min: 0, max: 20 }))
  .map(([n, twentieths]) => [(n * twentieths) / 20, n] as const)
