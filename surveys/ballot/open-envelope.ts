import { combine } from 'shamir-secret-sharing'
import {
  type AnswerKey,
  answerKeyFrom,
  fingerprintOf,
  gcmFor,
  sharePurpose,
} from './answer-key.ts'
import { type BallotName, nullifierOf } from './ballot.ts'
import { type Bytes, equal, toBase64url } from './bytes.ts'
import {
  envelopeVersion,
  fingerprintBytes,
  layoutOf,
  sealedShareBytes,
} from './envelope-layout.ts'
import type { Manifest } from './manifest.ts'
import { unpadAnswers } from './padded-answers.ts'
import { openSealed } from './sealing-key.ts'

/** One trustee's part of one envelope, still sealed. */
export interface SealedShare {
  readonly assessment: string
  /** id of the trustee in the manifest */
  readonly trustee: string
  /** of the ballot, base64url */
  readonly nullifier: string
  /** `sealedShareBytes` long: a fingerprint and the share, sealed */
  readonly sealed: Bytes
}

/** One trustee's part of one envelope, opened. Alone it tells nothing. */
export interface OpenedShare {
  readonly assessment: string
  readonly trustee: string
  readonly nullifier: string
  /** 33 bytes */
  readonly share: Bytes
}

/** What came out of an envelope, or why nothing did. */
export type Opened =
  /** plain data, to be checked against the questionnaire */
  { readonly kind: 'answers'; readonly answers: unknown } | EnvelopeFault

export type EnvelopeFault =
  | {
      readonly kind: 'fault'
      readonly fault: /** not an envelope of this survey */
        | 'malformed'
        | 'too-few-shares'
        /** each share is the one that was sealed, yet together they are not its key */
        | 'shares-disagree'
        /** the envelope was altered, or moved to another ballot */
        | 'altered'
        /** opened, but not answers as we write them */
        | 'unreadable'
    }
  | {
      readonly kind: 'fault'
      readonly fault:
        | 'trustee-unknown'
        | 'share-twice'
        | 'share-of-another-survey'
        | 'share-of-another-ballot'
        /** not the share that was sealed to this trustee */
        | 'share-wrong'
      readonly trustee: string
    }

/** @returns the part of a trustee; null when the envelope is none, or the trustee unknown */
export async function sealedShareOf(
  trustee: string,
  inner: Uint8Array,
  ballot: BallotName,
  manifest: Manifest,
): Promise<SealedShare | null> {
  const place = manifest.trustees.findIndex(({ id }) => id === trustee)
  if (place < 0 || !isEnvelope(inner, manifest)) return null
  const nullifier = toBase64url(await nullifierOf(ballot.serial))
  const sealed = shareAt(place, inner, manifest)
  return { assessment: manifest.assessment, trustee, nullifier, sealed }
}

/**
 * Opens a trustee's part of an envelope, with the trustee's own key.
 *
 * @returns null when it was sealed to another key, trustee, ballot or survey, or was altered
 */
export async function openShare(
  key: CryptoKeyPair,
  { assessment, trustee, nullifier, sealed }: SealedShare,
): Promise<OpenedShare | null> {
  const purpose = sharePurpose(assessment, trustee, nullifier)
  const share = await openSealed(key, purpose, sealed.subarray(fingerprintBytes))
  if (!share || !(await fits(share, sealed))) return null
  return { assessment, trustee, nullifier, share }
}

/**
 * Opens an envelope with the shares of enough trustees. Combining wrong shares gives a wrong
 * key without a word; here each share is held to the fingerprint in the envelope, the key
 * to its commitment, and the answers to their tag, so that a wrong value never comes out.
 *
 * @param ballot the one the envelope was cast with
 */
export async function openAnswers(
  inner: Uint8Array,
  shares: readonly OpenedShare[],
  ballot: BallotName,
  manifest: Manifest,
): Promise<Opened> {
  if (!isEnvelope(inner, manifest)) return { kind: 'fault', fault: 'malformed' }
  const fault = await faultOfShares(inner, shares, ballot, manifest)
  if (fault) return fault

  const layout = layoutOf(manifest)
  const { key, commitment } = (await keyFrom(shares)) ?? {}
  const expected = inner.subarray(layout.commitment, layout.shares)
  if (!key || !commitment || !equal(commitment, expected)) {
    return { kind: 'fault', fault: 'shares-disagree' }
  }
  const head = inner.slice(0, layout.answers)
  const padded = await crypto.subtle
    .decrypt(gcmFor(ballot, head), key, inner.slice(layout.answers))
    .catch(() => null)
  if (!padded) return { kind: 'fault', fault: 'altered' }
  const answers = unpadAnswers(new Uint8Array(padded))
  return answers === undefined
    ? { kind: 'fault', fault: 'unreadable' }
    : { kind: 'answers', answers }
}

/** @returns null for shares that no honest split makes, such as two with one place */
async function keyFrom(shares: readonly OpenedShare[]): Promise<AnswerKey | null> {
  const secret = await combine(shares.map(({ share }) => share)).catch(() => null)
  return secret && answerKeyFrom(secret)
}

async function faultOfShares(
  inner: Uint8Array,
  shares: readonly OpenedShare[],
  { serial }: BallotName,
  manifest: Manifest,
): Promise<EnvelopeFault | null> {
  const nullifier = toBase64url(await nullifierOf(serial))
  const seen = new Set<string>()
  for (const { assessment, trustee, nullifier: named, share } of shares) {
    const at = manifest.trustees.findIndex(({ id }) => id === trustee)
    const faulty = (fault: ShareFault): EnvelopeFault => ({
      kind: 'fault',
      fault,
      trustee,
    })
    if (at < 0) return faulty('trustee-unknown')
    if (seen.has(trustee)) return faulty('share-twice')
    if (assessment !== manifest.assessment) return faulty('share-of-another-survey')
    if (named !== nullifier) return faulty('share-of-another-ballot')
    if (!(await fits(share, shareAt(at, inner, manifest)))) return faulty('share-wrong')
    seen.add(trustee)
  }
  if (seen.size >= manifest.trusteesNeeded) return null
  return { kind: 'fault', fault: 'too-few-shares' }
}

type ShareFault = Extract<EnvelopeFault, { readonly trustee: string }>['fault']

async function fits(share: Uint8Array, sealed: Uint8Array): Promise<boolean> {
  return equal(await fingerprintOf(share), sealed.subarray(0, fingerprintBytes))
}

function isEnvelope(inner: Uint8Array, manifest: Manifest): boolean {
  return inner.length === layoutOf(manifest).size && inner[0] === envelopeVersion
}

function shareAt(place: number, inner: Uint8Array, manifest: Manifest): Bytes {
  const start = layoutOf(manifest).shares + place * sealedShareBytes
  return inner.slice(start, start + sealedShareBytes)
}
