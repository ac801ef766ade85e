import type { Outcome } from './attack.ts'

/** Counts what an attack finds, and keeps what went against the expectation. */
export class Tally {
  readonly #name: string
  readonly #expects: string | null
  readonly #figures = new Map<string, number>()
  readonly #broken: string[] = []

  constructor(name: string, expects: string | null) {
    this.#name = name
    this.#expects = expects
  }

  /** @param by how many; true is one */
  count(label: string, by: number | boolean = 1): void {
    this.#figures.set(label, this.of(label) + Number(by))
  }

  least(label: string, value: number): void {
    this.#figures.set(label, Math.min(this.#figures.get(label) ?? Infinity, value))
  }

  of(label: string): number {
    return this.#figures.get(label) ?? 0
  }

  /** @param what says what happened, and where */
  expect(isSo: boolean, what: () => string): void {
    if (!isSo) this.#broken.push(what())
  }

  /** @param also what else went wrong, seen from the end; null when nothing did */
  outcome(also: string | null = null): Outcome {
    return {
      name: this.#name,
      expects: this.#expects,
      figures: Object.fromEntries(this.#figures),
      broken: also === null ? [...this.#broken] : [...this.#broken, also],
    }
  }
}
