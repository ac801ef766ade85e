import type { ConstructId } from '#surveys/constructs.ts'
import type { Barrier, Family } from '#surveys/modules/getting-help.ts'

declare const minted: unique symbol

/**
 * A value that passed the disclosure rules. Only `analysis/disclosure` makes one; what
 * asks for `Disclosed<T>` cannot be handed anything finer.
 */
export type Disclosed<T> = T & { readonly [minted]: true }

/**
 * A mean need (0–100) or a share (0–1) as it may be read. Rounded and clipped; hidden has
 * one look whatever the reason, because the reason would tell.
 */
export type Figure =
  | { readonly kind: 'shown'; readonly value: number }
  | { readonly kind: 'at-most'; readonly value: number }
  | { readonly kind: 'at-least'; readonly value: number }
  | { readonly kind: 'hidden' }

/**
 * How many answered, to the multiple of five below: 10 stands for 10 to 14. Where nearly
 * everybody did, the band reaches up to everybody and may be wider.
 */
export type AnsweredBand =
  | { readonly kind: 'shown'; readonly from: number; readonly to: number }
  | { readonly kind: 'hidden' }

/** A response rate in percent, as a band or in three steps for small units. */
export type RateBand =
  | { readonly kind: 'band'; readonly from: number; readonly to: number }
  | { readonly kind: 'step'; readonly step: 'below-half' | 'about-half' | 'above-half' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'unknown' }

/** What may be known of one construct in one group of people. */
export interface Cell {
  readonly answered: AnsweredBand
  readonly meanNeed: Figure
  readonly shareElevated: Figure
  readonly shareHigh: Figure
}

export interface ReleasedUnit {
  readonly id: string
  readonly name: string
  /** the unit above; null directly below the organization */
  readonly parent: string | null
  /** null where head counts are unknown */
  readonly headcount: number | null
  readonly answered: AnsweredBand
  readonly responseRate: RateBand
}

/** People of one background, in the whole organization or in one division. */
export interface ReleasedGroup {
  readonly id: string
  /** the division; null for the organization */
  readonly unit: string | null
  /** background question and answer */
  readonly filter: string
  readonly category: string
}

export interface ReleasedConstruct {
  readonly organization: Cell
  /** by unit id; every unit has a cell, hidden or not */
  readonly units: Readonly<Record<string, Cell>>
  /** by id of the group; every group has a cell, hidden or not */
  readonly groups: Readonly<Record<string, Cell>>
}

/** What people chose at one item. */
export interface ReleasedItem {
  /** share that preferred not to answer, of those who saw it */
  readonly declined: Figure
  /** share of those who answered, by option */
  readonly chosen: Readonly<Record<string, Figure>>
}

/** How reliably a construct was measured, to .01. */
export type ReleasedScale =
  | {
      readonly kind: 'shown'
      /** Cronbach's α, or of two items Spearman–Brown; null where there is none */
      readonly alpha: number | null
      /** at 95 % */
      readonly interval: { readonly low: number; readonly high: number } | null
      readonly omega: number | null
      /** by item */
      readonly itemRest: Readonly<Record<string, number | null>>
    }
  | { readonly kind: 'hidden' }

/** Whether units differ in a need at all, and how reliable their means are; to .05. */
export type ReleasedGrouping =
  | { readonly kind: 'shown'; readonly icc1: number; readonly icc2: number }
  | { readonly kind: 'hidden' }

/** What goes together with being at work and not able to work well. Not causes. */
export type ReleasedDrivers =
  | {
      readonly kind: 'shown'
      /** shares of what is explained, to .05; the greatest first, ties by id */
      readonly weights: readonly {
        readonly construct: ConstructId
        readonly weight: number
      }[]
    }
  | { readonly kind: 'hidden' }

/** How people answered, as shares of those who did. */
export interface ReleasedAnswering {
  /** at least half of the core answered: a valid return */
  readonly complete: Figure
  /** the same answer to a whole block, of those who answered a whole one */
  readonly straightLines: Figure
  /** said something for the last time in this part of the questionnaire; absent if not planned */
  readonly lastPart: Readonly<Record<string, Figure>>
}

/** How well the answers stand for everybody. */
export type ReleasedWeighting =
  | {
      readonly kind: 'shown'
      /** how much weighting by unit would enlarge variances, to .1; 1 is not at all */
      readonly designEffect: number
      /** answers that would tell as much, of those there are, to a tenth */
      readonly effectiveShare: number
    }
  | { readonly kind: 'hidden' }

/** Everything that leaves an assessment, once. */
export interface Release {
  readonly rules: 'SDC-1'
  readonly organization: {
    readonly name: string
    readonly headcount: number | null
    readonly answered: AnsweredBand
    /** how many of them make a valid return: what the response rate counts */
    readonly returns: AnsweredBand
    readonly responseRate: RateBand
  }
  /** data about many employers is not one organization */
  readonly manyEmployers: boolean
  readonly units: readonly ReleasedUnit[]
  readonly groups: readonly ReleasedGroup[]
  /** a construct without an entry was not asked */
  readonly constructs: Readonly<Partial<Record<ConstructId, ReleasedConstruct>>>
  /** share who would use a kind of help; absent when not asked */
  readonly wanted: Readonly<Partial<Record<Family, Figure>>>
  readonly barriers: Readonly<Partial<Record<Barrier, Figure>>>
  /** by item; absent when not planned */
  readonly items: Readonly<Record<string, ReleasedItem>>
  /** by construct that is measured by two items or more */
  readonly scales: Readonly<Partial<Record<ConstructId, ReleasedScale>>>
  readonly grouping: Readonly<Partial<Record<ConstructId, ReleasedGrouping>>>
  readonly drivers: ReleasedDrivers
  readonly answering: ReleasedAnswering
  readonly weighting: ReleasedWeighting
}

/** What a release says of how people answered, and how well that measures. */
export type MeasuredRelease = Pick<
  Release,
  'items' | 'scales' | 'grouping' | 'drivers' | 'answering' | 'weighting'
>
