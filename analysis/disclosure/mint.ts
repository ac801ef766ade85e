import type { Disclosed } from './disclosed.ts'

/**
 * Marks a value as having passed the disclosure rules, and freezes it. A test keeps this
 * file, and any cast to `Disclosed`, out of reach of everything outside this folder.
 */
export function mint<T extends object>(value: T): Disclosed<T> {
  freeze(value)
  return value as Disclosed<T> // the only place that says so
}

function freeze(value: object): void {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) freeze(part)
  }
  Object.freeze(value)
}
