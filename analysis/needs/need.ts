import type { ConstructId } from '#surveys/constructs.ts'
import type { Validation } from './validation.ts'

export type Band = 'low' | 'some' | 'considerable' | 'high'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** "About 180 of our 420 (160 to 200)"; `of` is 100 where head counts are unknown. */
export interface PeopleCount {
  readonly about: number
  readonly low: number
  readonly high: number
  readonly of: number
}

/** How the sources agree, by levels of 20 points (Farmer's convergence coding). */
export type Convergence =
  | 'agreement'
  | 'partial'
  | 'dissonance'
  | 'silence'
  | 'single-source'

export type Confidence = 'high' | 'moderate' | 'low' | 'very-low'

export interface SourceScore {
  /** 0–100 */
  readonly score: number
  /** w·q, how much the source counts */
  readonly weight: number
}

/** One need after all sources are pooled. */
export interface Need {
  readonly construct: ConstructId
  /** N, 0–100, whole */
  readonly score: number
  /** 90 % of the draws of N */
  readonly interval: Interval
  readonly band: Band
  /** in people, where the share itself is released and not only a bound of it */
  readonly people: PeopleCount | null
  /** the same with σ = 1.0: if those who did not answer differ strongly */
  readonly stressed: PeopleCount | null
  readonly sources: {
    readonly survey: SourceScore | null
    readonly focusGroups: SourceScore | null
    readonly managers: SourceScore | null
  }
  readonly convergence: Convergence
  readonly confidence: Confidence
  /** of the work: M − mean need of staff in steps of five; null where either is missing */
  readonly managerGap: number | null
  /**
   * P(π ≥ attention level), P(π ≥ action level), to .05; null where no share is released, or
   * only an upper bound: "at most 4 %" never counts as having reached a level
   */
  readonly reaches: { readonly attention: number; readonly action: number } | null
  /** units where the need is notably greater; offered to all nevertheless */
  readonly targetedUnits: readonly string[]
}

/** A construct no source can speak of. */
export interface Gap {
  readonly construct: ConstructId
  readonly reason: 'not-asked' | 'not-shown'
}

export interface Needs {
  /** greatest first; ties by id */
  readonly needs: readonly Need[]
  readonly gaps: readonly Gap[]
  /** how far the questions behind them have been examined, by language */
  readonly validation: Validation
}
