import { joinSmallCells } from './joining.ts'
import { sum } from './moments.ts'

/** Those who answered and have the same category on every margin. */
export interface RakedCell {
  /** n, above 0; need not be whole */
  readonly answered: number
  /** one category for each margin, in the margins' order */
  readonly categories: readonly string[]
}

/** How many people there are in each category, above 0. All margins count the same people. */
export type Margin = ReadonlyMap<string, number>

/** The people of one category: how many, and which cells stand for them. */
export interface Category {
  /** which margin, from 0 */
  readonly margin: number
  readonly name: string
  /** N */
  readonly people: number
  /** places among the cells */
  readonly members: readonly number[]
}

/**
 * The categories of one margin with the cells that stand for them.
 *
 * @param index which margin it is, from 0
 * @throws RangeError when a cell has no category, or one without a head count
 */
export function categoriesOf(
  cells: readonly RakedCell[],
  margin: Margin,
  index: number,
): readonly Category[] {
  const members = Map.groupBy(cells.keys(), (cell) => categoryOf(cells, cell, index))
  for (const category of members.keys()) {
    if (!margin.has(category)) {
      throw new RangeError(`expected a head count for ${category} on margin ${index}`)
    }
  }
  return [...margin].map(([name, people]) => ({
    margin: index,
    name,
    people,
    members: members.get(name) ?? [],
  }))
}

function categoryOf(cells: readonly RakedCell[], cell: number, margin: number): string {
  const category = cells[cell]?.categories[margin]
  if (category !== undefined) return category
  throw new RangeError(`expected a category on margin ${margin} for every cell, got none`)
}

/**
 * Joins categories with too few answers on every margin, as `joinSmallCells` does, and says
 * which cells and margins are left: joined categories are called "this + that".
 *
 * @throws RangeError when a cell's category has no head count
 */
export function joinSmallCategories(
  cells: readonly RakedCell[],
  margins: readonly Margin[],
  least?: number,
): { readonly cells: readonly RakedCell[]; readonly margins: readonly Margin[] } {
  const joined = margins.map((margin, index) =>
    joinSmallCells(
      categoriesOf(cells, margin, index).map(({ name, people, members }) => ({
        name,
        answered: sum(members.map((cell) => cells[cell]?.answered ?? 0)),
        population: people,
      })),
      least,
    ).map(({ names, population }) => ({ names, population, name: names.join(' + ') })),
  )
  return {
    cells: cells.map(({ answered, categories }) => ({
      answered,
      categories: categories.map(
        (category, index) =>
          joined[index]?.find(({ names }) => names.includes(category))?.name ?? category,
      ),
    })),
    margins: joined.map(
      (groups) => new Map(groups.map(({ name, population }) => [name, population])),
    ),
  }
}
