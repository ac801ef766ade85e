import { at } from '../statistics/at.ts'

/**
 * Two primes just below 2²⁶: products stay exact in a double. What holds modulo both holds
 * for whole numbers, unless both divide a determinant of zeros and ones.
 */
export const primes = [67_108_859, 67_108_837] as const

/** a · b mod p, for whole a and b from 0 to p − 1. */
export function multiply(a: number, b: number, p: number): number {
  const product = a * b
  const rest = product - Math.floor(product / p) * p
  if (rest < 0) return rest + p
  return rest >= p ? rest - p : rest
}

/** a⁻¹ mod p, by Fermat: a^(p − 2). */
function invert(a: number, p: number): number {
  let result = 1
  let power = a
  for (let exponent = p - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = multiply(result, power, p)
    power = multiply(power, power, p)
  }
  return result
}

/** target − factor · row, in place. */
export function subtract(
  target: Float64Array,
  row: Float64Array,
  factor: number,
  p: number,
): void {
  for (let i = 0; i < row.length; i++) {
    const value = row[i] ?? 0
    if (value === 0) continue
    const rest = (target[i] ?? 0) - multiply(factor, value, p)
    target[i] = rest < 0 ? rest + p : rest
  }
}

/** A row of a reduced matrix: 1 in its own pivot column, 0 in all other rows' pivots. */
export interface PivotRow {
  readonly pivot: number
  readonly values: Float64Array
}

/**
 * Reduces rows by Gauss and Jordan. Rows that are sums of others fall away.
 *
 * @param rows whole numbers mod p; they are used up
 * @param order the columns, those first that shall become pivots
 */
export function reduceRows(
  rows: readonly Float64Array[],
  order: Iterable<number>,
  p: number,
): readonly PivotRow[] {
  const waiting = [...rows]
  const reduced: PivotRow[] = []
  for (const column of order) {
    if (waiting.length === 0) break
    const found = waiting.findIndex((row) => row[column] !== 0)
    const [values] = found < 0 ? [] : waiting.splice(found, 1)
    if (!values) continue
    scale(values, invert(at(values, column), p), p)
    for (const row of [...waiting, ...reduced.map((one) => one.values)]) {
      const factor = at(row, column)
      if (factor !== 0) subtract(row, values, factor, p)
    }
    reduced.push({ pivot: column, values })
  }
  return reduced
}

function scale(row: Float64Array, factor: number, p: number): void {
  for (let i = 0; i < row.length; i++) row[i] = multiply(row[i] ?? 0, factor, p)
}
