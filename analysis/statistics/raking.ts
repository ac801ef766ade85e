import { at } from './at.ts'
import { type Category, categoriesOf, type Margin, type RakedCell } from './margins.ts'
import { mean, sum } from './moments.ts'
import {
  checkBounds,
  cutOff,
  factorFor,
  rangeOf,
  type WeightBounds,
  type WeightRange,
} from './trimming.ts'

/** A weight for each cell, or why there is none. */
export type Raking =
  | {
      readonly kind: 'raked'
      /** people per answer, above 0 */
      readonly weights: readonly number[]
    }
  | {
      /** nobody answered who could stand for the people of a category */
      readonly kind: 'refused'
      readonly reason: 'no-answers'
      /** which margin, from 0 */
      readonly margin: number
      readonly category: string
    }
  | {
      /** no weights fit all margins, or none within the bounds */
      readonly kind: 'refused'
      readonly reason: 'cannot-be-met'
    }

/** How far a weighted count may be from its head count, as a part of it. */
const tolerance = 1e-10
const mostRounds = 1000
/** Factors run away beyond this, as parts of the mean, only where margins contradict. */
const farthest = 1e100

/**
 * Raking, or iterative proportional fitting: weights under which the answers have the head
 * counts of every margin. Each round takes the margins in turn,
 *
 *   w ← w · N_c / Σ_c n w
 *
 * for every category c, and ends where all margins are met to 1e−10 of their head counts.
 *
 * Bounds, if given, hold for the weights that come out, together with the margins: a weight
 * is then the product of its categories' factors cut off at multiples of the mean (which is
 * known from the start: people per answer), and each step finds the factor with which the
 * category is met after cutting off. Of all weights that meet margins and bounds these are
 * the ones nearest to equal weights; where no bound is touched they are those without
 * bounds. Cutting off afterwards, as `trimWeights` does, would miss the margins instead.
 *
 * @param cells at least one
 * @param margins two to four
 * @returns refused as well where 1000 rounds are not enough
 * @throws RangeError for another number of margins, when a count is not above 0, when a
 *   cell's category has no head count, when margins count different numbers of people, or
 *   for bounds that leave the mean out
 * @see Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427–444; Deville &
 *   Särndal (1992), Journal of the American Statistical Association 87, 376–382 (bounds).
 *   Tested against R and against a survey analysed in R.
 */
export function rake(
  cells: readonly RakedCell[],
  margins: readonly Margin[],
  bounds?: WeightBounds,
): Raking {
  if (bounds) checkBounds(bounds)
  const counts = cells.map(({ answered }) => answered)
  const people = checkCounts(counts, margins)
  const categories = margins.flatMap((margin, index) =>
    categoriesOf(cells, margin, index),
  )
  const empty = categories.find(({ members }) => members.length === 0)
  if (empty) {
    const { margin, name } = empty
    return { kind: 'refused', reason: 'no-answers', margin, category: name }
  }

  const average = people / sum(counts)
  const range = bounds ? rangeOf(bounds, average) : { low: 0, high: Infinity }
  const uncut = new Float64Array(cells.length).fill(average)
  for (let round = 0; round < mostRounds; round++) {
    for (const category of categories) scale(uncut, counts, category, range)
    if (uncut.some((w) => !(w > average / farthest && w < average * farthest))) break
    if (categories.every((category) => isMet(uncut, counts, category, range))) {
      return { kind: 'raked', weights: Array.from(uncut, (w) => cutOff(w, range)) }
    }
  }
  return { kind: 'refused', reason: 'cannot-be-met' }
}

function scale(
  uncut: Float64Array,
  counts: readonly number[],
  { people, members }: Category,
  range: WeightRange,
): void {
  const factor = factorFor(
    people,
    members.map((cell) => at(uncut, cell)),
    members.map((cell) => at(counts, cell)),
    range,
  )
  for (const cell of members) uncut[cell] = at(uncut, cell) * factor
}

function isMet(
  uncut: Float64Array,
  counts: readonly number[],
  { people, members }: Category,
  range: WeightRange,
): boolean {
  const parts = members.map((cell) => at(counts, cell) * cutOff(at(uncut, cell), range))
  return Math.abs(sum(parts) - people) <= tolerance * people
}

/** @returns how many people the margins count */
function checkCounts(counts: readonly number[], margins: readonly Margin[]): number {
  if (margins.length < 2 || margins.length > 4) {
    throw new RangeError(`expected two to four margins, got ${margins.length}`)
  }
  if (counts.length === 0) throw new RangeError('expected at least one cell, got none')
  const headCounts = margins.map((margin) => [...margin.values()])
  for (const count of [...counts, ...headCounts.flat()]) {
    if (!(count > 0 && count < Infinity)) {
      throw new RangeError(`expected counts above 0, got ${count}`)
    }
  }
  const totals = headCounts.map(sum)
  const people = mean(totals)
  if (totals.some((total) => Math.abs(total - people) > 1e-9 * people)) {
    throw new RangeError(
      `expected margins of the same people, got totals ${totals.join(', ')}`,
    )
  }
  return people
}
