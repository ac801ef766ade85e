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

export interface ReleasedConstruct {
  readonly organization: Cell
  /** by unit id; every unit has a cell, hidden or not */
  readonly units: Readonly<Record<string, Cell>>
}

/** Everything that leaves an assessment, once. */
export interface Release {
  readonly rules: 'SDC-1'
  readonly organization: {
    readonly name: string
    readonly headcount: number | null
    readonly answered: AnsweredBand
    readonly responseRate: RateBand
  }
  /** data about many employers is not one organization */
  readonly manyEmployers: boolean
  readonly units: readonly ReleasedUnit[]
  /** a construct without an entry was not asked */
  readonly constructs: Readonly<Partial<Record<ConstructId, ReleasedConstruct>>>
  /** share who would use a kind of help; absent when not asked */
  readonly wanted: Readonly<Partial<Record<Family, Figure>>>
  readonly barriers: Readonly<Partial<Record<Barrier, Figure>>>
}
