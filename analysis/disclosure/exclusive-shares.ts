import type { Figure } from './disclosed.ts'
import { type Grid, hiddenFigure, readShare } from './figures.ts'

/** What everybody knows beside the shares: n is one of these, and each chose one answer. */
export interface Behind {
  readonly from: number
  readonly to: number
}

interface Range {
  readonly least: number
  readonly most: number
}

/** Whether a hidden answer may stand for anything from nobody to so many. */
const mostFew = 9

/**
 * Shares of answers of which everybody chose exactly one. They add up to everybody, so what a
 * clip hides could be computed from the rest (three answers, ≤ 4 %, 40 % and 57 % of a hundred
 * people, leave just 3). Each clipped share must leave every number of people open that its clip
 * stands for, whatever n of the band it was (rule R6). Where the shares as they are do not, they
 * are read in the coarser grid; where these do not either, the smallest are not shown, as many as
 * it takes. The look is the same for a clipped share that is hidden and for one beside it.
 *
 * @param counts people by answer
 * @param n their sum
 * @param grids from the finest to the coarsest
 */
export function exclusiveShares(
  counts: readonly number[],
  n: number,
  behind: Behind,
  grids: readonly Grid[],
): readonly Figure[] {
  for (const grid of grids) {
    const figures = counts.map((count) => readShare(count, n, grid))
    if (leavesOpen(figures, behind, grid)) return figures
  }
  const [finest] = grids
  return finest
    ? withoutSmallest(counts, n, behind, finest)
    : counts.map(() => hiddenFigure)
}

function withoutSmallest(
  counts: readonly number[],
  n: number,
  behind: Behind,
  grid: Grid,
): readonly Figure[] {
  const figures = counts.map((count) => readShare(count, n, grid))
  const ascending = counts
    .map((count, index) => ({ count, index }))
    .toSorted((a, b) => a.count - b.count || a.index - b.index)
  for (let taken = 2; taken < counts.length; taken += 1) {
    const away = new Set(ascending.slice(0, taken).map(({ index }) => index))
    const left = figures.map((figure, index) => (away.has(index) ? hiddenFigure : figure))
    if (left.every(isOpen) && leavesOpen(left, behind, grid)) return left
  }
  return counts.map(() => hiddenFigure)
}

/** Beside hidden shares none is clipped: what is hidden stands for all of them. */
const isOpen = ({ kind }: Figure): boolean => kind === 'shown' || kind === 'hidden'

/** Whether every number of people that a clip or a hidden share stands for stays possible. */
function leavesOpen(figures: readonly Figure[], behind: Behind, grid: Grid): boolean {
  return figures.every((figure, index) => {
    const wanted = mostUnknown(figure, behind, grid)
    if (wanted === null) return true
    const possible = possibleCounts(figures, index, wanted, { behind, grid })
    return Array.from({ length: wanted + 1 }, (_, count) => count).every((count) =>
      possible.has(count),
    )
  })
}

/** Up to how many people a share must stay open for; null where it is shown. */
function mostUnknown(figure: Figure, { from }: Behind, { low }: Grid): number | null {
  if (figure.kind === 'at-most') return Math.ceil((low * from) / 100) - 1
  return figure.kind === 'hidden' ? mostFew : null
}

/** The numbers of people, up to so many, an answer can have, as anybody can compute them. */
function possibleCounts(
  figures: readonly Figure[],
  index: number,
  upTo: number,
  { behind: { from, to }, grid }: { readonly behind: Behind; readonly grid: Grid },
): ReadonlySet<number> {
  const possible = new Set<number>()
  for (let n = from; n <= to; n += 1) {
    const ranges = figures.map((figure) => rangeOf(figure, n, grid))
    if (ranges.some(({ least, most }) => least > most)) continue
    const own = ranges[index]
    const others = ranges.filter((_, at) => at !== index)
    const least = n - others.reduce((sum, { most }) => sum + most, 0)
    const most = n - others.reduce((sum, range) => sum + range.least, 0)
    if (!own) continue
    const last = Math.min(own.most, most, upTo)
    for (let count = Math.max(own.least, least); count <= last; count += 1) {
      possible.add(count)
    }
  }
  return possible
}

/** The numbers of people of n that a share can be read of. */
function rangeOf(figure: Figure, n: number, grid: Grid): Range {
  const { step, low, high } = grid
  switch (figure.kind) {
    case 'hidden':
      return { least: 0, most: n }
    case 'at-most':
      return { least: 0, most: Math.ceil((low * n) / 100) - 1 }
    case 'at-least':
      return { least: Math.floor((high * n) / 100) + 1, most: n }
    case 'shown': {
      const middle = 100 * figure.value
      const least = Math.max(low, middle - step / 2)
      const below = middle + step / 2
      return {
        least: Math.ceil((least * n) / 100 - 1e-9),
        most: Math.min(
          Math.ceil((below * n) / 100 - 1e-9) - 1,
          Math.floor((high * n) / 100 + 1e-9),
        ),
      }
    }
  }
}
