/** A place in stored JSON, for the sentence that says what is wrong there. */
export type Path = string

/**
 * The readers of stored JSON: each returns what it found, or refuses.
 *
 * @throws RangeError naming the place and what was expected there, never the value
 */
export function readObject<Name extends string>(
  value: unknown,
  path: Path,
): { readonly [_ in Name]?: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unexpected(path, 'an object')
  }
  return value
}

export function readList<T>(
  value: unknown,
  path: Path,
  read: (item: unknown, path: Path) => T,
): readonly T[] {
  if (!Array.isArray(value)) throw unexpected(path, 'a list')
  return value.map((item, index) => read(item, `${path}[${index}]`))
}

/** One entry for each key, all keys known to `isKey`. */
export function readEntries<Key extends string, T>(
  value: unknown,
  path: Path,
  isKey: (key: string) => key is Key,
  read: (item: unknown, path: Path, key: Key) => T,
): readonly (readonly [Key, T])[] {
  return Object.entries(readObject(value, path)).map(([key, item]) => {
    if (!isKey(key)) throw unexpected(path, 'known names only')
    return [key, read(item, `${path}.${key}`, key)] as const
  })
}

export function readText(value: unknown, path: Path): string {
  if (typeof value !== 'string') throw unexpected(path, 'a text')
  return value
}

export function readBoolean(value: unknown, path: Path): boolean {
  if (typeof value !== 'boolean') throw unexpected(path, 'true or false')
  return value
}

/** A whole number within bounds, both included. */
export function readWhole(value: unknown, path: Path, from = 0, to = Infinity): number {
  if (
    typeof value !== 'number' ||
    !Number.isInteger(value) ||
    value < from ||
    value > to
  ) {
    throw unexpected(path, `a whole number from ${from} to ${to}`)
  }
  return value
}

export function readOneOf<T extends string>(
  value: unknown,
  path: Path,
  allowed: readonly T[],
): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw unexpected(path, `one of: ${allowed.join(', ')}`)
  return found
}

export function readNullable<T>(
  value: unknown,
  path: Path,
  read: (value: unknown, path: Path) => T,
): T | null {
  return value === null ? null : read(value, path)
}

export function unexpected(path: Path, expected: string): RangeError {
  return new RangeError(`expected ${expected} at ${path}`)
}
