import loadHighs, { type Model } from 'highs'

const highs = await loadHighs()

/** Σ factor · column, and between what it must lie. */
export interface Line {
  readonly terms: readonly (readonly [column: number, factor: number])[]
  readonly low: number
  readonly high: number
}

/** Unknowns from 0 to an upper end each, and everything known of them. */
export interface Unknowns {
  readonly upper: readonly number[]
  readonly lines: readonly Line[]
}

/**
 * How far sums of unknowns can move (linear programming, HiGHS). Every solution found on the
 * way is kept: it shows at once of many other sums that they can move far.
 */
export class Bounds implements Disposable {
  readonly #model: Model
  readonly #found: Float64Array[] = []

  constructor({ upper, lines }: Unknowns) {
    const rows = lines.filter(({ terms }) => terms.length > 0)
    const flat = rows.flatMap(({ terms }) => terms)
    const starts = new Int32Array(rows.length + 1)
    rows.forEach(({ terms }, row) => {
      starts[row + 1] = (starts[row] ?? 0) + terms.length
    })
    const zeros = new Float64Array(upper.length)
    this.#model = highs.createModel({
      numCols: upper.length,
      numRows: rows.length,
      colCost: zeros,
      colLower: zeros,
      colUpper: Float64Array.from(upper),
      rowLower: Float64Array.from(rows, ({ low }) => low),
      rowUpper: Float64Array.from(rows, ({ high }) => high),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: upper.length,
        starts,
        indices: Int32Array.from(flat, ([column]) => column),
        values: Float64Array.from(flat, ([, factor]) => factor),
      },
    })
    // Primal simplex: only what is asked for changes, so the last solution still holds.
    this.#model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 })
  }

  /**
   * How far a sum of unknowns can move, at least; 0 when nothing at all agrees with what is
   * known.
   *
   * @param enough when this much is sure, nothing more is tried
   */
  width(columns: readonly number[], enough: number): number {
    const seen = this.#found.map((values) => {
      return columns.reduce((sum, column) => sum + (values[column] ?? 0), 0)
    })
    const sure = Math.max(...seen) - Math.min(...seen)
    if (seen.length > 0 && sure >= enough) return sure
    return this.#extreme(columns, 1) + this.#extreme(columns, -1)
  }

  /** Highest sum for 1; for −1 the lowest, with its sign turned. */
  #extreme(columns: readonly number[], sign: 1 | -1): number {
    for (const column of columns) this.#model.changeColCost(column, -sign)
    this.#model.run()
    const status = this.#model.getModelStatus()
    if (status === highs.constants.modelStatus.infeasible) return 0
    if (status !== highs.constants.modelStatus.optimal) {
      throw new RangeError(`expected bounds of a sum, got ${status}`)
    }
    const best = -this.#model.getObjectiveValue()
    this.#found.push(this.#model.getSolution().colValue)
    for (const column of columns) this.#model.changeColCost(column, 0)
    if (this.#found.length > 60) this.#found.splice(Math.floor(this.#found.length / 2), 1)
    return best
  }

  [Symbol.dispose](): void {
    this.#model.dispose()
  }
}
