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
  /**
   * how many of them make a valid return, by reporting unit; where it is left out, nobody
   * knows, and every ballot does
   */
  readonly returns?: Readonly<Record<string, number>>
  /** by construct and reporting unit; a construct left out was not asked */
  readonly constructs: Readonly<
    Partial<Record<ConstructId, Readonly<Record<string, ConstructCount>>>>
  >
  /** in the whole organization; null when not asked */
  readonly wanted: ChoiceCount<Family> | null
  readonly barriers: ChoiceCount<Barrier> | null
  /** the same people split by background; null where that is not known */
  readonly crossed: CrossedCounts | null
  /** how well it was measured, in the whole organization; null where nobody looked */
  readonly measured: MeasuredAnswers | null
}

/**
 * People by reporting unit and by everything they said of their background: the finest
 * split there is, and what every group that could be named is made of. Its parts are called
 * atoms.
 */
export interface CrossedCounts {
  /** by background question: index of each atom's answer, −1 where there is none */
  readonly categories: Readonly<Record<string, Int8Array>>
  /** reporting unit of each atom */
  readonly units: readonly string[]
  /** how many answered, by atom */
  readonly ballots: Float64Array
  /** by construct; one left out was not asked */
  readonly constructs: Readonly<Partial<Record<ConstructId, CrossedConstruct>>>
}

/** Counts of one construct, as `ConstructCount`, by atom. */
export interface CrossedConstruct {
  readonly n: Float64Array
  readonly elevated: Float64Array
  readonly high: Float64Array
  readonly sumOfNeed: Float64Array
  /** Σ of the squared need scores */
  readonly squares: Float64Array
}

/** How the answers hold together. */
export interface MeasuredAnswers {
  /** constructs asked with two questions or more that everybody sees */
  readonly scales: Readonly<Partial<Record<ConstructId, MeasuredScale>>>
  /** what goes together with being at work and not able to work well */
  readonly drivers: MeasuredDrivers | null
  /** by item */
  readonly items: Readonly<Record<string, ItemAnswers>>
  readonly answering: AnsweringCounts
}

/** How far people came, and how many gave one answer all the way down. */
export interface AnsweringCounts {
  /** all who answered anything, or sent an empty ballot */
  readonly ballots: number
  /** those of them with at least half of the core answered */
  readonly complete: number
  /** where people said something for the last time, by part of the questionnaire */
  readonly lastPart: Readonly<Record<string, number>>
  /** people with the same answer to a whole block, among those who answered a whole one */
  readonly straightLines: { readonly people: number; readonly among: number }
}

export interface MeasuredScale {
  /** people with an answer to every item */
  readonly rows: number
  /** Cronbach's α, or of two items Spearman–Brown; null where it has none */
  readonly alpha: number | null
  /** of α at 95 %, by Feldt */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** ω total of one factor; null of two items, and where there is no such factor */
  readonly omega: number | null
  /** correlation of each item with the sum of the others */
  readonly itemRest: Readonly<Record<string, number | null>>
}

export interface MeasuredDrivers {
  /** people with the outcome and every predictor */
  readonly rows: number
  /** Johnson's relative weights, as shares of what is explained: they add up to 1 */
  readonly weights: Readonly<Partial<Record<ConstructId, number>>>
}

export interface ItemAnswers {
  /** people who saw it */
  readonly shown: number
  readonly declined: number
  readonly answered: number
  readonly chosen: Readonly<Record<string, number>>
}
