import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answeredBand, midpointOf, rateBand } from '#analysis/disclosure/bands.ts'

const anySize = fc
  .integer({ min: 16, max: 20_000 })
  .chain((people) => fc.tuple(fc.constant(people), fc.nat(people), fc.nat(people)))

describe('the band of how many answered', () => {
  it('is five people wide, on multiples of five', () => {
    expect(answeredBand(10, 100)).toEqual({ kind: 'shown', from: 10, to: 14 })
    expect(answeredBand(14, 100)).toEqual({ kind: 'shown', from: 10, to: 14 })
    expect(answeredBand(87, 100)).toEqual({ kind: 'shown', from: 85, to: 89 })
  })

  it('is hidden below ten', () => {
    expect(answeredBand(9, 100)).toEqual({ kind: 'hidden' })
    expect(answeredBand(0, null)).toEqual({ kind: 'hidden' })
  })

  it('reaches up to everybody where only a few did not answer', () => {
    expect(answeredBand(77, 77)).toEqual({ kind: 'shown', from: 70, to: 77 })
    expect(answeredBand(16, 16)).toEqual({ kind: 'shown', from: 10, to: 16 })
  })

  it('knows no top where the head count is unknown', () => {
    expect(answeredBand(77, null)).toEqual({ kind: 'shown', from: 75, to: 79 })
  })

  it('contains n, at least five numbers, and nobody more than there are', () => {
    fc.assert(
      fc.property(anySize, ([people, n]) => {
        const band = answeredBand(n, people)

        if (band.kind === 'hidden') return
        expect(band.from <= n && n <= band.to && band.to <= people).toBe(true)
        expect(band.to - band.from).toBeGreaterThanOrEqual(4)
      }),
    )
  })

  it('never tells fewer than four who did not answer apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 20_000 }), (people) => {
        const bands = [0, 1, 2, 3].map((silent) => answeredBand(people - silent, people))

        for (const band of bands) expect(band).toEqual(bands[0])
      }),
    )
  })

  it('is read as its middle, never above the head count', () => {
    expect(midpointOf({ from: 10, to: 14 }, 100)).toBe(12)
    expect(midpointOf({ from: 70, to: 77 }, 77)).toBe(73)
    expect(midpointOf({ from: 75, to: 79 }, 76)).toBe(76)
  })
})

describe('the response rate', () => {
  it('is hidden below ten answers, and unknown without a head count', () => {
    expect(rateBand(9, 100)).toEqual({ kind: 'hidden' })
    expect(rateBand(9, null)).toEqual({ kind: 'hidden' })
    expect(rateBand(50, null)).toEqual({ kind: 'unknown' })
  })

  it('has three steps below forty people', () => {
    expect(rateBand(12, 39)).toEqual({ kind: 'step', step: 'below-half' })
    expect(rateBand(19, 39)).toEqual({ kind: 'step', step: 'about-half' })
    expect(rateBand(38, 39)).toEqual({ kind: 'step', step: 'above-half' })
  })

  it('is five people wide in small units and five points in large ones', () => {
    expect(rateBand(22, 50)).toEqual({ kind: 'band', from: 40, to: 48 })
    expect(rateBand(5003, 10_000)).toEqual({ kind: 'band', from: 45, to: 51 })
  })

  it('is as wide as the wider of five points and five people', () => {
    fc.assert(
      fc.property(anySize, ([people, n]) => {
        const band = rateBand(n, people)

        if (band.kind !== 'band') return
        const told = Array.from({ length: people + 1 }, (_, other) => other).filter(
          (other) => JSON.stringify(rateBand(other, people)) === JSON.stringify(band),
        )
        expect(told.length).toBeGreaterThanOrEqual(5)
        expect(told.length).toBeGreaterThanOrEqual(people / 20)
      }),
      { numRuns: 15 },
    )
  })

  it('never tells fewer than four who did not answer apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 20_000 }), (people) => {
        const rates = [0, 1, 2, 3].map((silent) => rateBand(people - silent, people))

        for (const rate of rates) expect(rate).toEqual(rates[0])
      }),
    )
  })

  it('tells nothing of n that its band does not tell', () => {
    fc.assert(
      fc.property(anySize, ([people, n, other]) => {
        const bandOf = (answers: number): string =>
          JSON.stringify(answeredBand(answers, people))
        fc.pre(bandOf(n) === bandOf(other))

        expect(rateBand(n, people)).toEqual(rateBand(other, people))
      }),
    )
  })
})
