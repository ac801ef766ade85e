import { at } from './at.ts'

/** People of one cell: how many answered, of how many. */
export interface NamedCell {
  readonly name: string
  /** n, 0 or more */
  readonly answered: number
  /** N */
  readonly population: number
}

/** One cell or several that count as one. */
export interface JoinedCell {
  /** in the order they were given in */
  readonly names: readonly string[]
  readonly answered: number
  readonly population: number
}

/** Fewer answers than this cannot stand for a cell's people. */
const fewestAnswers = 5

/**
 * Joins cells with too few answers: the one with the fewest is joined to the one with the
 * next fewest, again and again, until each has enough or only one is left. Ties go by head
 * count, then by the order given, so that the same cells are always joined in the same way.
 *
 * For ordered cells, such as bands of age, this can join two that are not neighbours.
 *
 * @param least how many answers a cell needs
 * @returns in the order of their first cells; none without cells
 * @throws RangeError when a count is negative or not a number
 */
export function joinSmallCells(
  cells: readonly NamedCell[],
  least = fewestAnswers,
): readonly JoinedCell[] {
  for (const { name, answered, population } of cells) {
    if (
      !(answered >= 0 && answered < Infinity && population >= 0 && population < Infinity)
    ) {
      throw new RangeError(
        `expected n and N of 0 or more in ${name}, got ${answered} of ${population}`,
      )
    }
  }
  let joined: readonly Joining[] = cells.map((cell, index) => ({
    ...cell,
    cells: [index],
  }))
  for (;;) {
    const [smallest, next, ...others] = joined.toSorted(bySize)
    if (!smallest || !next || smallest.answered >= least) break
    joined = [join(smallest, next), ...others]
  }
  return joined.toSorted(byPlace).map(({ cells: members, answered, population }) => ({
    names: members.map((index) => cells[index]?.name ?? ''),
    answered,
    population,
  }))
}

interface Joining {
  /** which ones, ascending */
  readonly cells: readonly number[]
  readonly answered: number
  readonly population: number
}

function join(one: Joining, other: Joining): Joining {
  return {
    cells: [...one.cells, ...other.cells].sort((a, b) => a - b),
    answered: one.answered + other.answered,
    population: one.population + other.population,
  }
}

function bySize(a: Joining, b: Joining): number {
  return a.answered - b.answered || a.population - b.population || byPlace(a, b)
}

function byPlace(a: Joining, b: Joining): number {
  return at(a.cells, 0) - at(b.cells, 0)
}
