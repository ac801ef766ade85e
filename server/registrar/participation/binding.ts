import type { DamagedParticipation } from './sealed-blob.ts'

/** A change of one place that waits to be written. */
export type Binding =
  | {
      readonly kind: 'bind'
      readonly unit: string
      readonly place: number
      readonly blinded: Uint8Array
    }
  | { readonly kind: 'release'; readonly unit: string; readonly place: number }

export type BindingOutcome =
  | 'new'
  | 'same'
  | 'other'
  | 'released'
  | 'free'
  | DamagedParticipation
