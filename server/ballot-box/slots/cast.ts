import type { DamagedBucket } from './sealed-bucket.ts'

/** A change of the slots that waits to be written. */
export type Cast =
  | { readonly kind: 'put'; readonly unit: string; readonly slot: Uint8Array }
  | {
      readonly kind: 'withdraw'
      readonly unit: string
      readonly nullifier: Uint8Array
      readonly check: Uint8Array
    }

export type CastOutcome =
  | 'stored'
  | 'replaced'
  | 'full'
  | 'withdrawn'
  | 'absent'
  | DamagedBucket
