import loadHighs, { type Model } from 'highs'
import { at } from '../statistics/at.ts'
import type { Scope } from './interval-scope.ts'
import { type Unknowns, unknownsAmong } from './unknowns.ts'

/** HiGHS, compiled to WebAssembly: it runs in this process and asks for nothing. */
const highs = await loadHighs()

/** The answers of one construct as unknowns, bound by everything shown of it. */
export interface BoundModel extends Disposable {
  /**
   * Whether what the values of a group add up to is open by at least `width`.
   *
   * @param atoms among those the model was made for
   */
  readonly isOpen: (atoms: readonly number[], width: number) => boolean
}

/**
 * @param targets atoms that are unknowns of their own
 * @param free the classes whose people may have answered otherwise, the targets' among them
 */
export function boundModel(
  scope: Scope,
  targets: ReadonlySet<number>,
  free: readonly number[],
): BoundModel {
  const known = unknownsAmong(scope, targets, free)
  const columnOf = new Map(
    known.unknowns.flatMap(({ target }, column) =>
      target < 0 ? [] : [[target, column]],
    ),
  )
  const model = highs.createModel(modelData(known))
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: primal })
  const found: Float64Array[] = []
  const extreme = (columns: readonly number[], sign: 1 | -1): number | null => {
    for (const column of columns) model.changeColCost(column, -sign)
    const value = solve(model)
    if (value !== null) found.push(model.getSolution().colValue)
    if (found.length > mostFound) found.shift()
    for (const column of columns) model.changeColCost(column, 0)
    return value === null ? null : -sign * value
  }
  const isOpen = (atoms: readonly number[], width: number): boolean => {
    const columns = atoms.map((atom) => columnOf.get(atom) ?? 0)
    // The answers themselves are one solution, and every solution shows something of all.
    const actual = sumOver(atoms, scope.values)
    const sums = [actual, ...found.map((values) => sumOver(columns, values))]
    if (Math.max(...sums) - Math.min(...sums) >= width) return true
    const high = extreme(columns, 1)
    if (high === null) return false
    if (high - Math.min(...sums) >= width) return true
    const low = extreme(columns, -1)
    return low !== null && high - low >= width
  }
  return { isOpen, [Symbol.dispose]: () => model.dispose() }
}

/** So many of the last solutions are looked at before another is asked for. */
const mostFound = 40

function sumOver(places: readonly number[], values: Float64Array): number {
  return places.reduce((sum, place) => sum + at(values, place), 0)
}

/** Only the objective changes from one solution to the next, so the last one stays feasible. */
const primal = 4

/** Null where the solver gives up: what it cannot show to be open does not count as open. */
function solve(model: Model): number | null {
  model.run()
  const isSolved = model.getModelStatus() === highs.constants.modelStatus.optimal
  return isSolved ? model.getObjectiveValue() : null
}

function modelData({ unknowns, sums }: Unknowns) {
  const rows = sums.filter(({ columns }) => columns.length > 0)
  const indices = rows.flatMap(({ columns }) => columns)
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ columns }, row) => {
    starts[row + 1] = at(starts, row) + columns.length
  })
  const zeros = new Float64Array(unknowns.length)
  return {
    numCols: unknowns.length,
    numRows: rows.length,
    colCost: zeros,
    colLower: zeros,
    colUpper: Float64Array.from(unknowns, ({ people }) => 100 * people),
    // The answers themselves lie within; a hair of rounding must not shut them out.
    rowLower: Float64Array.from(rows, ({ low }) => low - 1e-6),
    rowUpper: Float64Array.from(rows, ({ high }) => high + 1e-6),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: unknowns.length,
      starts,
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  }
}
