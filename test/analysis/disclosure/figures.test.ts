import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answeredBand, countsAs } from '#analysis/disclosure/bands.ts'
import type { Figure } from '#analysis/disclosure/disclosed.ts'
import {
  meanFigure,
  meanGrid,
  shareFigure,
  shareGrid,
} from '#analysis/disclosure/figures.ts'

const anyGroup = (least: number) =>
  fc
    .integer({ min: least, max: 3000 })
    .chain((n) =>
      fc.tuple(fc.constant(n), fc.nat(n), fc.integer({ min: 0, max: 100 * n })),
    )

const bandEnd = (n: number): number => countsAs(answeredBand(n, null))

describe('a mean', () => {
  it('is clipped to what four unknown people leave open', () => {
    expect(meanGrid(10)).toEqual({ step: 5, low: 20, high: 80 })
    expect(meanGrid(25)).toEqual({ step: 5, low: 10, high: 90 })
    expect(meanGrid(100)).toEqual({ step: 2.5, low: 2.5, high: 97.5 })
  })

  it('is rounded to 5 below thirty answers, else to 2.5', () => {
    expect(meanFigure(12 * 41.9, 12, 10)).toEqual({ kind: 'shown', value: 40 })
    expect(meanFigure(40 * 41.9, 40, 40)).toEqual({ kind: 'shown', value: 42.5 })
  })

  it('of people who all say the same extreme is never shown as that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5000 }), (n) => {
        expect(meanFigure(0, n, bandEnd(n)).kind).toBe('at-most')
        expect(meanFigure(100 * n, n, bandEnd(n)).kind).toBe('at-least')
      }),
    )
  })

  it('never crosses its clip by rounding', () => {
    fc.assert(
      fc.property(anyGroup(10), ([n, , sumOfNeed]) => {
        const counts = bandEnd(n)
        const figure = meanFigure(sumOfNeed, n, counts)

        if (figure.kind === 'hidden') return
        expect(figure.value).toBeGreaterThanOrEqual(200 / counts)
        expect(figure.value).toBeLessThanOrEqual(100 - 200 / counts)
      }),
    )
  })

  it('leaves the mean of any four open by half the scale, even to who knows n and the sum', () => {
    fc.assert(
      fc.property(anyGroup(10), ([n, , sumOfNeed]) => {
        const figure = meanFigure(sumOfNeed, n, bandEnd(n))

        // Beyond a bound nobody knows the sum; at the bound most is known.
        const known = figure.kind === 'shown' ? sumOfNeed : n * shownValue(figure)
        const most = Math.min(400, known) / 4
        const least = Math.max(0, known - 100 * (n - 4)) / 4
        expect(most - least).toBeGreaterThanOrEqual(50 - 1e-9)
      }),
    )
  })
})

function shownValue(figure: Figure): number {
  return figure.kind === 'hidden' ? Number.NaN : figure.value
}

describe('a share', () => {
  it('is clipped to what a coalition of three leaves open', () => {
    expect(shareGrid(20)).toEqual({ step: 5, low: 20, high: 80 })
    expect(shareGrid(35)).toEqual({ step: 5, low: 15, high: 85 })
    expect(shareGrid(105)).toEqual({ step: 1, low: 4, high: 96 })
    expect(shareGrid(2000)).toEqual({ step: 1, low: 1, high: 99 })
  })

  it('is rounded to five points below a hundred answers, else to one', () => {
    expect(shareFigure(16, 44, 40)).toEqual({ kind: 'shown', value: 0.35 })
    expect(shareFigure(101, 263, 260)).toEqual({ kind: 'shown', value: 0.38 })
  })

  it('of nobody or everybody is never shown as that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 5000 }), (n) => {
        expect(shareFigure(0, n, bandEnd(n)).kind).toBe('at-most')
        expect(shareFigure(n, n, bandEnd(n)).kind).toBe('at-least')
      }),
    )
  })

  it('never crosses its clip by rounding', () => {
    fc.assert(
      fc.property(anyGroup(20), ([n, count]) => {
        const counts = bandEnd(n)
        const figure = shareFigure(count, n, counts)

        if (figure.kind === 'hidden') return
        expect(figure.value).toBeGreaterThanOrEqual(4 / counts)
        expect(figure.value).toBeLessThanOrEqual(1 - 4 / counts)
      }),
    )
  })

  it('does not tell how many answered by its bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 3000 }), fc.nat(4), (n, more) => {
        const other = bandEnd(n) + more

        expect(shareFigure(0, other, bandEnd(other))).toEqual(
          shareFigure(0, n, bandEnd(n)),
        )
        expect(meanFigure(0, other, bandEnd(other))).toEqual(meanFigure(0, n, bandEnd(n)))
      }),
    )
  })

  it('with its band and mean leaves open how many answered in nine groups of ten', () => {
    const groups = fc.sample(anyGroup(20), { numRuns: 200, seed: 7 })

    const told = groups.filter(([n, k]) => possibleSizes(n, k).length === 1)

    expect(told.length / groups.length).toBeLessThan(0.1)
  })
})

/** Every n that could stand behind a shown share. */
function possibleSizes(n: number, k: number): readonly number[] {
  const from = bandEnd(n)
  const shown = JSON.stringify(shareFigure(k, n, from))
  return [0, 1, 2, 3, 4]
    .map((more) => from + more)
    .filter((size) =>
      Array.from({ length: size + 1 }, (_, count) => count).some(
        (count) => JSON.stringify(shareFigure(count, size, from)) === shown,
      ),
    )
}
