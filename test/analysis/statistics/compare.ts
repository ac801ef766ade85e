import { expect } from 'vitest'

/** A column as R wrote it: null is a missing value, which our columns mark by NaN. */
export function column(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN)
}

/** The two agree to a share of the expected value; an expected 0 to the share itself. */
export function expectClose(
  found: number | undefined,
  expected: number | null | undefined,
  relative = 1e-9,
): void {
  const wanted = expected ?? Number.NaN
  const allowed = relative * (wanted === 0 ? 1 : Math.abs(wanted))
  expect(
    Math.abs((found ?? Number.NaN) - wanted),
    `expected ${wanted}, got ${found}`,
  ).toBeLessThanOrEqual(allowed)
}

/** Every number of the one is close to that of the other. */
export function expectAllClose(
  found: ArrayLike<number>,
  expected: readonly (number | null)[],
  relative = 1e-9,
): void {
  expect(found.length).toBe(expected.length)
  expected.forEach((value, index) => {
    expectClose(found[index], value, relative)
  })
}

/** The value of an estimate; fails where it was refused. */
export function valueIn(
  estimate: { readonly kind: string; readonly value?: number } | undefined,
): number {
  expect(estimate).toMatchObject({ kind: 'estimate' })
  return estimate?.value ?? Number.NaN
}

/** Every number anywhere inside, for tests that none of them is NaN or infinite. */
function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value
  if (typeof value !== 'object' || value === null) return
  const parts = ArrayBuffer.isView(value)
    ? Array.from(value as Float64Array)
    : Object.values(value)
  for (const part of parts) yield* numbersIn(part)
}

/**
 * What comes of it holds finite numbers only; a RangeError is an answer too.
 *
 * @returns what came of it, or undefined where it was refused as impossible
 */
export function finiteOrRefused<Result>(work: () => Result): Result | undefined {
  let result: Result
  try {
    result = work()
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError)
    expect((error as RangeError).message).toMatch(/^expected .*, got /)
    return undefined
  }
  for (const number of numbersIn(result)) {
    expect(Number.isFinite(number), JSON.stringify(result)).toBe(true)
  }
  return result
}
