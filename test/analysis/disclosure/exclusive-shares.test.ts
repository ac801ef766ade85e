import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '#analysis/disclosure/disclosed.ts'
import { exclusiveShares } from '#analysis/disclosure/exclusive-shares.ts'
import {
  coarseShareGrid,
  type Grid,
  groupShareGrid,
  readShare,
  shareGrid,
} from '#analysis/disclosure/figures.ts'

interface Band {
  readonly from: number
  readonly to: number
}

const bandAt = (n: number): Band => ({ from: n - (n % 5), to: n - (n % 5) + 4 })

const asText = (figure: Figure): string => JSON.stringify(figure)

/** Every way to divide n people among answers. */
function* divided(n: number, answers: number): Generator<readonly number[]> {
  if (answers === 1) yield [n]
  else {
    for (let first = 0; first <= n; first += 1) {
      for (const rest of divided(n - first, answers - 1)) yield [first, ...rest]
    }
  }
}

/** By trying all: which numbers of people stay possible for an answer, given the shares. */
function stillPossible(
  figures: readonly Figure[],
  grid: Grid,
  { from, to }: Band,
  index: number,
): ReadonlySet<number> {
  const possible = new Set<number>()
  for (let n = from; n <= to; n += 1) {
    for (const counts of divided(n, figures.length)) {
      const fits = counts.every((count, at) => {
        const figure = figures[at]
        return (
          figure?.kind === 'hidden' ||
          asText(readShare(count, n, grid)) === asText(figure ?? { kind: 'hidden' })
        )
      })
      if (fits) possible.add(counts[index] ?? -1)
    }
  }
  return possible
}

function gridOf(
  figures: readonly Figure[],
  counts: readonly number[],
  n: number,
  grids: readonly Grid[],
): Grid | undefined {
  return grids.find((grid) =>
    figures.every(
      (figure, at) =>
        figure.kind === 'hidden' ||
        asText(figure) === asText(readShare(counts[at] ?? 0, n, grid)),
    ),
  )
}

describe('shares of answers that exclude one another', () => {
  it.each([
    [[3, 40, 57]],
    [[0, 5, 6, 89]],
    [[1, 5, 6, 88]],
    [[2, 41, 61]],
    [[1, 42, 61]],
  ])('do not let %j be computed from the rest', (counts) => {
    const n = counts.reduce((sum, count) => sum + count, 0)
    const grids = [shareGrid(100), coarseShareGrid(100)]

    const figures = exclusiveShares(counts, n, bandAt(n), grids)

    const grid = gridOf(figures, counts, n, grids)
    figures.forEach((figure, index) => {
      if (figure.kind === 'shown' || !grid) return
      const possible = stillPossible(figures, grid, bandAt(n), index)
      expect(possible.size, JSON.stringify(figures)).toBeGreaterThanOrEqual(4)
      expect(possible.has(0) && possible.has(3)).toBe(true)
    })
  })

  it('leave every number open that a clip stands for, whatever was answered', () => {
    const answers = fc.array(fc.nat(60), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(answers, (drawn) => {
        const missing = 50 - drawn.reduce((sum, count) => sum + count, 0)
        const counts = [...drawn, Math.max(0, missing)].slice(0, 3)
        const n = counts.reduce((sum, count) => sum + count, 0)
        fc.pre(n >= 50 && n < 115)
        const band = bandAt(n)
        const grids = [shareGrid(band.from), coarseShareGrid(band.from)]
        const figures = exclusiveShares(counts, n, band, grids)
        const grid = gridOf(figures, counts, n, grids)
        if (!grid) return false
        return figures.every((figure, index) => {
          if (figure.kind !== 'at-most' && figure.kind !== 'hidden') return true
          const possible = stillPossible(figures, grid, band, index)
          return [0, 1, 2].every((count) => possible.has(count)) && possible.size >= 4
        })
      }),
      { numRuns: 60 },
    )
  })

  it('are shown as ever where nobody can be told', () => {
    const figures = exclusiveShares([52, 97, 91], 240, bandAt(240), [shareGrid(240)])

    expect(figures.map(({ kind }) => kind)).toEqual(['shown', 'shown', 'shown'])
  })

  it('tell of fewer than ten people nothing where the organization made them up', () => {
    const grids = [groupShareGrid(100, 10)]

    const figures = exclusiveShares([1, 6, 37, 60], 104, bandAt(104), grids)

    expect(figures.every(({ kind }, at) => at > 1 || kind !== 'shown')).toBe(true)
    expect(JSON.stringify(figures)).not.toContain('0.06')
  })
})
