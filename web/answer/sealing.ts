import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { type Ballot, signedWords } from '#surveys/ballot/ballot.ts'
import { verifySignature } from '#surveys/ballot/blind-signature.ts'
import { sealClaim, sealForBox } from '#surveys/ballot/box-message.ts'
import {
  type Bytes,
  concat,
  fromBase64url,
  sha256,
  toBase64url,
  utf8,
} from '#surveys/ballot/bytes.ts'
import { type Collecting, prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { readRsaKey } from '#surveys/ballot/rsa-key.ts'
import { deriveBallot, drawSeed } from '#surveys/ballot/seed.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { type CarriedBallot, writeCarriedBallot } from './carried-ballot.ts'

/**
 * Everything that needs cryptography beyond the survey number, in one chunk that is loaded
 * while the welcome is being read.
 */
export interface Sealing {
  readonly drawSeed: () => Bytes
  readonly prepare: (manifest: Manifest, unit: string, seed: Bytes) => Promise<Collecting>
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
}

export const sealing: Sealing = {
  drawSeed,
  prepare: prepareCollecting,
  restore,
  envelope,
  claim,
  code: writeAccessCode,
  carry: (manifest, { ballot, seed }) =>
    writeCarriedBallot(
      { unit: ballot.unit, seed, signature: signatureOf(ballot) },
      manifest,
    ),
}

/** @returns null when the signature is not one of this ballot under the key of its unit */
async function restore(
  manifest: Manifest,
  { unit, seed, signature }: CarriedBallot,
): Promise<OwnBallot | null> {
  const { assessment } = manifest
  const { key, secrets } = await deriveIn(manifest, unit, seed)
  const name = { assessment, unit, serial: toBase64url(secrets.serial) }
  const message = concat(secrets.prefix, utf8(signedWords(name)))
  if (!(await verifySignature(key, message, signature))) return null
  const ballot = {
    ...name,
    prefix: toBase64url(secrets.prefix),
    signature: toBase64url(signature),
  }
  return { ballot, seed, check: secrets.check }
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
  const { secrets } = await deriveIn(manifest, unit, seed)
  const { serial, check } = secrets
  return sealClaim(wish, { unit, serial: toBase64url(serial), check }, manifest)
}

async function deriveIn(manifest: Manifest, unit: string, seed: Bytes) {
  const listed = manifest.units.find(({ id }) => id === unit)
  const key = listed && readRsaKey(listed.publicKey)
  if (!listed || !key) throw new RangeError(`no unit ${unit} with a key in the manifest`)
  return { key, secrets: await deriveBallot(seed, manifest.assessment, listed, key) }
}

function signatureOf({ signature }: Ballot): Bytes {
  return fromBase64url(signature) ?? new Uint8Array()
}
