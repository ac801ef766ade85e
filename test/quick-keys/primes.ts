import type { TestProject } from 'vitest/node'
import { drawPrime } from './few-primes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** hexadecimal */
    readonly primes: readonly string[]
  }
}

/** Draws the primes that make the keys of all tests: eight make 28 keys. */
export function setup(project: TestProject): void {
  project.provide(
    'primes',
    Array.from({ length: 8 }, () => drawPrime().toString(16)),
  )
}
