import { at } from './at.ts'
import { type Columns, rowsOf } from './columns.ts'

/**
 * What covariances of some rows are made of. Every value is taken less the first one that
 * these rows have in its column; a missing one counts as 0.
 */
export interface ProductSums {
  /** k */
  readonly size: number
  readonly rows: number
  /** what is subtracted from each column */
  readonly shifts: Float64Array
  /** Σxᵢ */
  readonly totals: Float64Array
  /** Σxᵢxⱼ, k × k; filled in where j ≥ i */
  readonly products: Float64Array
  /** Σxᵢ over the rows that lack xⱼ, k × k */
  readonly totalsWhereMissing: Float64Array
  /** how many rows lack both xᵢ and xⱼ, k × k; on the diagonal those that lack xᵢ */
  readonly bothMissing: Float64Array
}

/** Rows taken at once: with 18 columns they stay in the processor's first cache. */
const chunk = 256

/** Rows that all groups are done with before the next: they stay in the second cache. */
const block = 4096

/** Some rows of all columns, side by side. */
interface Desk {
  /** k columns of `chunk` values less their shift, 0 where missing */
  readonly values: Float64Array
  /** 1 where missing */
  readonly isMissing: Uint8Array
  /** how many columns each row lacks */
  readonly lacking: Uint16Array
  readonly tile: Float64Array
}

/**
 * Adds up products of columns, for each group of rows on its own.
 *
 * Chunks of rows are copied side by side with 0 for missing answers, so that the many
 * products run without a test, and the few rows that lack an answer are corrected for
 * afterwards. One pass over the columns, however many groups there are.
 *
 * @param groups rows that the columns have, ascending
 * @returns one for each group
 */
export function sumProducts(
  columns: Columns,
  groups: readonly Uint32Array[],
): readonly ProductSums[] {
  const size = columns.length
  const desk: Desk = {
    values: new Float64Array(size * chunk),
    isMissing: new Uint8Array(size * chunk),
    lacking: new Uint16Array(chunk),
    tile: new Float64Array(8),
  }
  const sums = groups.map((rows) => nothing(columns, rows))
  const done = new Uint32Array(groups.length)
  for (let end = block; end < rowsOf(columns) + block; end += block) {
    sums.forEach((sum, group) => {
      const rows = groups[group] ?? new Uint32Array(0)
      const from = at(done, group)
      const to = countBelow(rows, from, end)
      addRows(columns, rows.subarray(from, to), desk, sum)
      done[group] = to
    })
  }
  return sums
}

function nothing(columns: Columns, rows: Uint32Array): ProductSums {
  const size = columns.length
  return {
    size,
    rows: rows.length,
    shifts: Float64Array.from(columns, (column) => firstFinite(column, rows)),
    totals: new Float64Array(size),
    products: new Float64Array(size * size),
    totalsWhereMissing: new Float64Array(size * size),
    bothMissing: new Float64Array(size * size),
  }
}

function firstFinite(column: ArrayLike<number>, rows: Uint32Array): number {
  const row = rows.find((one) => Number.isFinite(column[one]))
  return row === undefined ? 0 : at(column, row)
}

/** How many rows are below `end`, the first `from` of them known to be. */
function countBelow(rows: Uint32Array, from: number, end: number): number {
  let count = from
  while (count < rows.length && at(rows, count) < end) count += 1
  return count
}

function addRows(
  columns: Columns,
  rows: Uint32Array,
  desk: Desk,
  sums: ProductSums,
): void {
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.subarray(from, from + chunk)
    desk.isMissing.fill(0)
    desk.lacking.fill(0)
    for (let i = 0; i < columns.length; i++) {
      const total = copy(columns[i] ?? [], part, at(sums.shifts, i), i, desk)
      sums.totals[i] = at(sums.totals, i) + total
    }
    addProducts(desk, part.length, sums)
    correct(desk, part.length, sums)
  }
}

/** Copies rows of column i, notes what is missing, and says what the rest adds up to. */
function copy(
  column: ArrayLike<number>,
  rows: Uint32Array,
  shift: number,
  i: number,
  { values, isMissing, lacking }: Desk,
): number {
  const place = i * chunk
  let total = 0
  for (let r = 0; r < rows.length; r++) {
    const value = column[rows[r] ?? 0] ?? Number.NaN
    if (Number.isNaN(value)) {
      values[place + r] = 0
      isMissing[place + r] = 1
      lacking[r] = (lacking[r] ?? 0) + 1
    } else {
      values[place + r] = value - shift
      total += value - shift
    }
  }
  return total
}

/** Adds Σxᵢxⱼ for j ≥ i, four columns against two at a time. */
function addProducts({ values, tile }: Desk, length: number, sums: ProductSums): void {
  const { size, products } = sums
  for (let i = 0; i < size; i += 4) {
    for (let j = i; j < size; j += 2) {
      multiply(values, length, i, j, size - 1, tile)
      for (let t = 0; t < 8; t++) {
        const row = i + (t >> 1)
        const column = j + (t & 1)
        if (row >= size || column >= size) continue
        const place = row * size + column
        products[place] = at(products, place) + at(tile, t)
      }
    }
  }
}

/** The products of columns i to i + 3 with j and j + 1; columns after the last repeat it. */
function multiply(
  values: Float64Array,
  length: number,
  i: number,
  j: number,
  last: number,
  tile: Float64Array,
): void {
  const a = i * chunk
  const b = Math.min(i + 1, last) * chunk
  const c = Math.min(i + 2, last) * chunk
  const d = Math.min(i + 3, last) * chunk
  const e = j * chunk
  const f = Math.min(j + 1, last) * chunk
  let ae = 0
  let af = 0
  let be = 0
  let bf = 0
  let ce = 0
  let cf = 0
  let de = 0
  let df = 0
  for (let r = 0; r < length; r++) {
    const x = values[e + r] ?? 0
    const y = values[f + r] ?? 0
    const p = values[a + r] ?? 0
    const q = values[b + r] ?? 0
    const s = values[c + r] ?? 0
    const t = values[d + r] ?? 0
    ae += p * x
    af += p * y
    be += q * x
    bf += q * y
    ce += s * x
    cf += s * y
    de += t * x
    df += t * y
  }
  tile[0] = ae
  tile[1] = af
  tile[2] = be
  tile[3] = bf
  tile[4] = ce
  tile[5] = cf
  tile[6] = de
  tile[7] = df
}

/** Notes what rows that lack answers have no part in. */
function correct(desk: Desk, length: number, sums: ProductSums): void {
  for (let r = 0; r < length; r++) {
    if (desk.lacking[r] === 0) continue
    for (let j = 0; j < sums.size; j++) {
      if (desk.isMissing[j * chunk + r] === 1) noteMissing(desk, r, j, sums)
    }
  }
}

/** Row r lacks column j: none of its values go with that one. */
function noteMissing(
  { values, isMissing }: Desk,
  r: number,
  j: number,
  { size, totalsWhereMissing, bothMissing }: ProductSums,
): void {
  for (let i = 0; i < size; i++) {
    const place = i * size + j
    const from = i * chunk + r
    totalsWhereMissing[place] = (totalsWhereMissing[place] ?? 0) + (values[from] ?? 0)
    bothMissing[place] = (bothMissing[place] ?? 0) + (isMissing[from] ?? 0)
  }
}
