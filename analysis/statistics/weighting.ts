import { at } from './at.ts'
import { sum } from './moments.ts'

/** People who weigh the same: those of one cell. */
export interface CellCount {
  /** n, above 0 where anybody answered; need not be whole */
  readonly answered: number
  /** N, above 0 */
  readonly population: number
}

/** A weight for each cell, or the cell that has people but no answers. */
export type CellWeights =
  | { readonly kind: 'weighted'; readonly weights: readonly number[] }
  | { readonly kind: 'refused'; readonly reason: 'no-answers'; readonly cell: number }

/**
 * Post-stratification: what each answer of a cell stands for, w = N/n.
 *
 * @param cells which do not overlap; a small one is joined to another beforehand, see
 *   `joinSmallCells`
 * @returns people per answer, above 0; refused where a cell has no answers, because nobody
 *   can stand for its people
 * @throws RangeError when a count is negative or a head count is not above 0
 * @see Holt & Smith (1979), Journal of the Royal Statistical Society A 142, 33–46. Tested
 *   against R and against a survey analysed in R.
 */
export function postStratify(cells: readonly CellCount[]): CellWeights {
  for (const { answered, population } of cells) {
    if (
      !(answered >= 0 && answered < Infinity && population > 0 && population < Infinity)
    ) {
      throw new RangeError(`expected n ≥ 0 and N > 0, got ${answered} of ${population}`)
    }
  }
  const cell = cells.findIndex(({ answered }) => answered === 0)
  if (cell >= 0) return { kind: 'refused', reason: 'no-answers', cell }
  const weights = cells.map(({ answered, population }) => population / answered)
  return { kind: 'weighted', weights }
}

/**
 * How many people weighted answers stand for: Σ n w.
 *
 * @param weights above 0
 * @param answered n of each weight, above 0
 * @throws RangeError without weights, when one is not above 0, or when the numbers differ
 */
export function peopleOf(
  weights: readonly number[],
  answered: readonly number[],
): number {
  if (weights.length === 0 || weights.length !== answered.length) {
    throw new RangeError(
      `expected as many weights as counts, got ${weights.length} and ${answered.length}`,
    )
  }
  for (const value of [...weights, ...answered]) {
    if (!(value > 0 && value < Infinity)) {
      throw new RangeError(`expected weights and counts above 0, got ${value}`)
    }
  }
  return sum(weights.map((weight, cell) => weight * at(answered, cell)))
}
