/** A prime; sums of whole numbers are computed modulo it, so that nothing is rounded. */
const p = 2 ** 31 - 1

/** a · b mod p without ever leaving the whole numbers a double holds. */
function times(a: number, b: number): number {
  const high = Math.floor(a / 65536)
  const low = a - high * 65536
  return (((high * b) % p) * 65536 + low * b) % p
}

function inverse(a: number): number {
  // Extended Euclid.
  let [r, rest, s, next] = [p, a, 0, 1]
  while (rest !== 0) {
    const q = Math.floor(r / rest)
    ;[r, rest] = [rest, r - q * rest]
    ;[s, next] = [next, s - q * next]
  }
  return s < 0 ? s + p : s
}

/** One sum that can be computed: how often each column counts in it, modulo p. */
export interface Row {
  /** the column that this row alone has */
  readonly pivot: number
  readonly values: Float64Array
}

/**
 * Adds rows to one another until each has a column that no other has (Gauss and Jordan).
 *
 * @param sums the columns in each published sum, each counted once
 * @param order of the columns: those first that shall become pivots
 */
export function eliminate(
  sums: readonly (readonly number[])[],
  columns: number,
  order: readonly number[],
): readonly Row[] {
  const waiting = new Set<Float64Array>(
    sums.map((sum) => {
      const row = new Float64Array(columns)
      for (const column of sum) row[column] = 1
      return row
    }),
  )
  const done: Row[] = []
  for (const column of order) {
    if (waiting.size === 0) break
    const candidates = [...waiting].filter((row) => row[column] !== 0)
    const values = sparsest(candidates)
    if (!values) continue
    waiting.delete(values)
    normalize(values, column)
    const places = nonzero(values)
    for (const row of candidates) if (row !== values) clear(row, values, places, column)
    for (const row of done) clear(row.values, values, places, column)
    done.push({ pivot: column, values })
  }
  return done
}

function normalize(row: Float64Array, column: number): void {
  const factor = inverse(row[column] ?? 1)
  if (factor === 1) return
  for (let i = 0; i < row.length; i++) {
    const value = row[i] ?? 0
    if (value !== 0) row[i] = times(value, factor)
  }
}

function clear(
  row: Float64Array,
  by: Float64Array,
  places: readonly number[],
  column: number,
): void {
  const factor = row[column] ?? 0
  if (factor === 0) return
  for (const i of places) {
    const value = by[i] ?? 0
    const product = value === 1 ? factor : times(factor, value)
    const rest = (row[i] ?? 0) - product
    row[i] = rest < 0 ? rest + p : rest
  }
}

function nonzero(row: Float64Array): readonly number[] {
  const places: number[] = []
  for (let i = 0; i < row.length; i++) if (row[i] !== 0) places.push(i)
  return places
}

/** Which row is taken does not change the outcome, only how long it takes. */
function sparsest(rows: readonly Float64Array[]): Float64Array | undefined {
  const [first] = rows
  if (rows.length < 2) return first
  const sizes = rows.map((row) => nonzero(row).length)
  return rows[sizes.indexOf(Math.min(...sizes))]
}

/**
 * Numbers for the columns, at random but such that every computable sum of them is 0. Any
 * other sum of them is 0 by chance only, once in two thousand million times.
 */
export function drawAnnihilator(
  rows: readonly Row[],
  columns: number,
  random: () => number,
): Float64Array {
  const drawn = Float64Array.from({ length: columns }, () => Math.floor(random() * p))
  for (const { pivot } of rows) drawn[pivot] = 0
  const settled = rows.map(({ values }) => {
    let sum = 0
    for (const i of nonzero(values)) {
      sum = (sum + times(values[i] ?? 0, drawn[i] ?? 0)) % p
    }
    return (p - sum) % p
  })
  rows.forEach(({ pivot }, row) => {
    drawn[pivot] = settled[row] ?? 0
  })
  return drawn
}

/** Splits a number, modulo p, into parts at random that add up to it. */
export function split(
  value: number,
  parts: number,
  random: () => number,
): readonly number[] {
  const drawn = Array.from({ length: parts - 1 }, () => Math.floor(random() * p))
  const rest = drawn.reduce((sum, part) => (sum - part + p) % p, value)
  return [...drawn, rest]
}

export function isZero(sum: number): boolean {
  return sum % p === 0
}
