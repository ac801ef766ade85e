/** What came of one kind of attack on ballots. */
export interface Tried {
  readonly attack: string
  /** numbers of the claims it tests, see `../claims.ts` */
  readonly claims: readonly number[]
  readonly tries: number
  /** what the attacker has afterwards, in a few words */
  readonly gained: string
  /** what went against the claims */
  readonly broken: readonly string[]
}

/** Counts what an attacker gains, and says what should not have been gained. */
export class Ledger {
  #tries = 0
  #gained = 0
  readonly #broken: string[] = []

  /** @param isGained whether this try brought what it must not */
  note(isGained: boolean, what: () => string): void {
    this.#tries += 1
    if (!isGained) return
    this.#gained += 1
    this.#broken.push(what())
  }

  tried(attack: string, claims: readonly number[]): Tried {
    const broken = this.#broken
    return { attack, claims, tries: this.#tries, gained: String(this.#gained), broken }
  }
}
