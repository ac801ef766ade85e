import type { Cell, Figure } from '#analysis/disclosure/disclosed.ts'
import { boundsOf } from './published.ts'

/** The numbers of people a group can have; null where nothing is shown of it. */
export type Numbers = readonly number[] | null

export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/**
 * The numbers of people that agree with everything shown of one group.
 *
 * @param step how far two scores are apart at least
 */
export function numbersOf(cell: Cell, step: number): Numbers {
  const { answered } = cell
  if (answered.kind === 'hidden') return null
  return range(answered.from, answered.to).filter((n) => isPossible(n, cell, step))
}

/** Whole numbers k of n people that a figure allows. */
function countsIn(
  figure: Figure,
  { answered }: Cell,
  n: number,
): readonly [least: number, most: number] {
  if (figure.kind === 'hidden' || answered.kind === 'hidden') return [0, n]
  const { low, high } = boundsOf(figure, false, answered.from)
  return [Math.ceil((low * n) / 100 - 1e-9), Math.floor((high * n) / 100 + 1e-9)]
}

/** Whether n people can have a sum of scores, and levels, as they are shown. */
function isPossible(n: number, cell: Cell, step: number): boolean {
  const [leastElevated, mostElevated] = countsIn(cell.shareElevated, cell, n)
  const [leastHigh, mostHigh] = countsIn(cell.shareHigh, cell, n)
  if (leastElevated > mostElevated || leastHigh > Math.min(mostHigh, mostElevated)) {
    return false
  }
  const [low, high] = sumsIn(cell, n, step)
  const high75 = step * Math.ceil(75 / step)
  const elevated = Math.max(leastElevated, leastHigh)
  const least = 50 * (elevated - leastHigh) + high75 * leastHigh
  const mostHighest = Math.min(mostHigh, mostElevated)
  const most =
    100 * mostHighest +
    (high75 - step) * (mostElevated - mostHighest) +
    (50 - step) * (n - mostElevated)
  return low <= high && low <= most + 1e-9 && high >= least - 1e-9
}

/** The least and the highest sum of scores that a mean allows. */
function sumsIn(
  { meanNeed, answered }: Cell,
  n: number,
  step: number,
): readonly [low: number, high: number] {
  if (meanNeed.kind === 'hidden' || answered.kind === 'hidden') return [0, 100 * n]
  const { low, high } = boundsOf(meanNeed, true, answered.from)
  return [
    step * Math.ceil((low * n) / step - 1e-9),
    step * Math.floor((high * n) / step + 1e-9),
  ]
}

/** Whether it is known that nobody, or everybody, is at one end. */
export function tellsOfAll(cell: Cell, step: number): boolean {
  const numbers = numbersOf(cell, step)
  if (!numbers || numbers.length === 0) return false
  return [cell.shareElevated, cell.shareHigh].some((figure) => {
    const counts = numbers.map((n) => [n, ...countsIn(figure, cell, n)] as const)
    const [sums] = [numbers.map((n) => [n, ...sumsIn(cell, n, step)] as const)]
    return (
      counts.every(([, , most]) => most === 0) ||
      counts.every(([n, least]) => least === n) ||
      sums.every(([, , most]) => most === 0) ||
      sums.every(([n, least]) => least === 100 * n)
    )
  })
}
