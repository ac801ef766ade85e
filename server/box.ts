import type { Ballot } from '#surveys/ballot/ballot.ts'
import type { PublishedManifest } from '#surveys/ballot/manifest.ts'

/** A ballot as the tally receives it: its right, and answers that trustees alone can open. */
export interface SealedForTally {
  readonly ballot: Ballot
  /** the inner envelope */
  readonly inner: Uint8Array
}

/**
 * The ballot box as the office sees it: what it can be told to do, and the little it says.
 * In one process it is called directly; in two, every command is a signed request. Commands
 * go forward only, and repeating one changes nothing.
 */
export interface BallotBox {
  /** makes the outer key and the store key of an assessment; repeating gives the same */
  prepare(assessment: string): Promise<PreparedBox>
  /** takes the signed manifest and makes the slots; refuses a second, different one */
  publish(published: PublishedManifest): Promise<void>
  open(assessment: string): Promise<void>
  close(assessment: string): Promise<void>
  /** ballots by unit, for the daily bands and the minimum; never shown */
  count(assessment: string): Promise<ReadonlyMap<string, number>>
  /** sealed ballots, unit by unit in random order; after closing only */
  ballots(assessment: string): AsyncIterable<{
    readonly unit: string
    readonly ballots: readonly SealedForTally[]
  }>
  /** destroys keys, then slots; can be repeated */
  shred(assessment: string): Promise<void>
}

/** Where ballots of an assessment are cast, and the key they are sealed to on the way. */
export interface PreparedBox {
  readonly origin: string
  /** outer HPKE key, X25519 raw, base64url */
  readonly publicKey: string
}

/** What the registrar may tell the box: everything but to count, hand over or destroy. */
export type BoxSetUp = Pick<BallotBox, 'prepare' | 'publish' | 'open' | 'close'>
