/**
 * Reads one element and refuses to go on without it, so that no `undefined` turns into a
 * NaN three steps later.
 *
 * Being handed every kind of array makes it slow. Innermost loops over large arrays, which
 * stay within bounds anyway, read `values[i] ?? 0` instead.
 *
 * @throws RangeError when there is no element at `index`
 */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index]
  if (value === undefined) {
    throw new RangeError(`expected an index from 0 to ${values.length - 1}, got ${index}`)
  }
  return value
}
