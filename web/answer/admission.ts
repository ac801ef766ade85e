import type { Bytes } from '#surveys/ballot/bytes.ts'
import type { ManifestUnit } from '#surveys/ballot/manifest.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { EnvelopeState } from './ballot-box.ts'
import type { CastOutcome } from './cast-outcome.ts'
import type { NotLetIn } from './registrar.ts'
import type { StoppingFault } from './stopping-fault.ts'
import type { TypedCode } from './typed-code.ts'

/** Who uses the device: decides what it may keep. */
export type Device = 'own' | 'shared'

export interface Stopped {
  readonly kind: 'stopped'
  readonly fault: StoppingFault
}

export type Entered =
  | { readonly kind: 'in'; readonly unit: ManifestUnit }
  | { readonly kind: 'not-a-code'; readonly typed: Exclude<TypedCode, { kind: 'code' }> }
  | { readonly kind: 'unreadable' }
  | NotLetIn
  | Stopped

export type Collected =
  | { readonly kind: 'collected' }
  | { readonly kind: 'taken' }
  | NotLetIn
  | Stopped

type Outcome<Kind> = Kind extends string ? { readonly kind: Kind } : never

export type Sent =
  | Outcome<CastOutcome>
  | Exclude<Collected, { readonly kind: 'collected' }>

/** The right to answer, from a code to a ballot to answers cast. */
export interface Admission {
  /** as it came with the link, or as it was typed */
  code: string
  device: Device
  /** a ballot is at hand: no code is needed to go on */
  readonly holdsBallot: () => boolean
  /** that ballot came with the link, collected by whoever made it */
  readonly isCarried: () => boolean
  /** leaves the ballot of the link aside, for a code */
  readonly dropCarried: () => void
  /** tells in which unit one is counted; changes nothing anywhere */
  readonly enter: () => Promise<Entered>
  /** exchanges the code for a ballot, once */
  readonly collect: () => Promise<Collected>
  /** goes on with a ballot that was collected elsewhere */
  readonly useSeed: (seed: Bytes) => void
  /** null before there is a ballot */
  readonly ballotCode: () => string | null
  /** the part of an address that brings the ballot to another device; null likewise */
  readonly carriedBallot: () => string | null
  readonly cast: (answers: Answers) => Promise<Sent>
  readonly claim: (wish: 'check' | 'withdraw') => Promise<EnvelopeState>
  /** forgets what is on this page; the browser keeps what it keeps */
  readonly leave: () => void
  /** forgets everything, here and in the browser */
  readonly forget: () => void
}
