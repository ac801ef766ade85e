import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import type { Ballot } from '#surveys/ballot/ballot.ts'
import { sealClaim, sealForBox } from '#surveys/ballot/box-message.ts'
import {
  type Bytes,
  equal,
  fromBase64url,
  sha256,
  toBase64url,
} from '#surveys/ballot/bytes.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { deriveBallot, drawSeed } from '#surveys/ballot/seed.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { type CarriedBallot, markOf, writeCarriedBallot } from './carried-ballot.ts'

/**
 * Everything that needs cryptography beyond the survey number, in one chunk that is loaded
 * while the welcome is being read.
 */
export interface Sealing {
  readonly drawSeed: () => Bytes
  readonly prepare: (
    manifest: Manifest,
    unit: string,
    unitKey: string,
    seed: Bytes,
  ) => Promise<Preparing>
  readonly restore: (
    manifest: Manifest,
    carried: CarriedBallot,
  ) => Promise<OwnBallot | null>
  readonly envelope: (
    manifest: Manifest,
    own: OwnBallot,
    answers: Answers,
  ) => Promise<Bytes>
  readonly claim: (
    manifest: Manifest,
    wish: 'check' | 'withdraw',
    unit: string,
    seed: Bytes,
  ) => Promise<Bytes>
  readonly code: (seed: Bytes) => string
  readonly carry: (manifest: Manifest, own: OwnBallot) => string
}

/** A ballot, and what only the person who collected it has. */
export interface OwnBallot {
  readonly ballot: Ballot
  /** 16 bytes, from which everything but the signature can be derived again */
  readonly seed: Bytes
  /** 32 bytes: shown to check or withdraw what was cast */
  readonly check: Bytes
  /** that the signature has been verified */
  readonly mark: Bytes
}

/** A ballot on its way. */
export interface Preparing {
  readonly blinded: Bytes
  /** @returns null when the reply is no signature under the key of the unit */
  finish(blindSignature: Uint8Array): Promise<OwnBallot | null>
}

export const sealing: Sealing = {
  drawSeed,
  prepare,
  restore,
  envelope,
  claim,
  code: writeAccessCode,
  carry: (manifest, { ballot, seed, mark }) =>
    writeCarriedBallot(
      { unit: ballot.unit, seed, signature: signatureOf(ballot), mark },
      manifest,
    ),
}

async function prepare(
  manifest: Manifest,
  unit: string,
  unitKey: string,
  seed: Bytes,
): Promise<Preparing> {
  const { blinded, check, finish } = await prepareCollecting(
    manifest,
    unit,
    unitKey,
    seed,
  )
  return {
    blinded,
    async finish(blindSignature) {
      const ballot = await finish(blindSignature)
      if (!ballot) return null
      const signature = signatureOf(ballot)
      return {
        ballot,
        seed,
        check,
        mark: await markOf(manifest, { unit, seed, signature }),
      }
    },
  }
}

/** @returns null when the ballot is not the one that was collected, under this very manifest */
async function restore(
  manifest: Manifest,
  carried: CarriedBallot,
): Promise<OwnBallot | null> {
  const { unit, seed, signature, mark } = carried
  if (!equal(await markOf(manifest, carried), mark)) return null
  const { assessment } = manifest
  const { serial, prefix, check } = await deriveIn(manifest, unit, seed)
  const ballot = {
    assessment,
    unit,
    serial: toBase64url(serial),
    prefix: toBase64url(prefix),
    signature: toBase64url(signature),
  }
  return { ballot, seed, check, mark }
}

async function envelope(
  manifest: Manifest,
  { ballot, check }: OwnBallot,
  answers: Answers,
): Promise<Bytes> {
  const inner = await sealAnswers(answers, ballot, manifest)
  return sealForBox({ ballot, check: await sha256(check), inner }, manifest)
}

async function claim(
  manifest: Manifest,
  wish: 'check' | 'withdraw',
  unit: string,
  seed: Bytes,
): Promise<Bytes> {
  const { serial, check } = await deriveIn(manifest, unit, seed)
  return sealClaim(wish, { unit, serial: toBase64url(serial), check }, manifest)
}

function deriveIn({ assessment, units }: Manifest, unit: string, seed: Bytes) {
  const listed = units.find(({ id }) => id === unit)
  if (!listed) throw new RangeError(`no unit ${unit} in the manifest`)
  return deriveBallot(seed, assessment, listed)
}

function signatureOf({ signature }: Ballot): Bytes {
  return fromBase64url(signature) ?? new Uint8Array()
}
