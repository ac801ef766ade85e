import type { ConstructId } from '#surveys/constructs.ts'
import type { Barrier, Family } from '#surveys/modules/getting-help.ts'

/** What the people of one unit answered on one construct. */
export interface ConstructCount {
  /** n: people with a valid score */
  readonly n: number
  /** people with an elevated need, the high ones included */
  readonly elevated: number
  readonly high: number
  /** Σ of their need scores, each 0–100 */
  readonly sumOfNeed: number
}

/** Choices from a list of which a person can take several. */
export interface ChoiceCount<Option extends string> {
  /** people who answered the question */
  readonly n: number
  readonly chosen: Readonly<Partial<Record<Option, number>>>
}

/**
 * What answers come to before the disclosure rules: exact, and therefore never shown.
 * Answers given here and answers imported from another tool meet in this table; by
 * reporting unit, because finer is not known.
 */
export interface CountTable {
  /** how many answered, by reporting unit; a unit left out has none */
  readonly ballots: Readonly<Record<string, number>>
  /** by construct and reporting unit; a construct left out was not asked */
  readonly constructs: Readonly<
    Partial<Record<ConstructId, Readonly<Record<string, ConstructCount>>>>
  >
  /** in the whole organization; null when not asked */
  readonly wanted: ChoiceCount<Family> | null
  readonly barriers: ChoiceCount<Barrier> | null
}
