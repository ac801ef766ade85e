import type { Ballot } from './ballot.ts'
import {
  type Bytes,
  concat,
  fromBase64url,
  fromBigInt,
  toBase64url,
  toBigInt,
} from './bytes.ts'
import { innerSize } from './envelope-layout.ts'
import type { Manifest } from './manifest.ts'
import { openSealed, sealOverhead, sealTo } from './sealing-key.ts'

const unitBytes = 4
const signatureBytes = 384
const ballotBytes = unitBytes + 32 + 32 + signatureBytes

/** A ballot with its envelope, as the ballot box takes it. */
export interface Cast {
  readonly ballot: Ballot
  /** SHA-256 of the check value, 32 bytes */
  readonly check: Bytes
  /** the sealed answers, `innerSize` bytes */
  readonly inner: Bytes
}

/** What shows that one cast a ballot oneself. */
export interface Claim {
  readonly unit: string
  /** 32 bytes, base64url */
  readonly serial: string
  /** the check value itself, 32 bytes */
  readonly check: Bytes
}

/** The one length of everything that is cast in this survey. */
export function outerSize(manifest: Manifest): number {
  return ballotBytes + 32 + innerSize(manifest) + sealOverhead
}

/** The one length of every claim. */
export const claimSize: number = unitBytes + 32 + 32 + sealOverhead

/**
 * Seals ballot and envelope to the ballot box, for the way there. Whoever breaks open the
 * connection, as a company's proxy does, sees neither unit nor ballot, cannot cast another
 * answer with it, and finds nothing of what it saw in the store.
 *
 * @returns `outerSize(manifest)` bytes
 * @throws RangeError for a unit that is not in the manifest, or a part of another length
 */
export async function sealForBox(
  { ballot, check, inner }: Cast,
  manifest: Manifest,
): Promise<Bytes> {
  const message = concat(
    placeOf(ballot.unit, manifest),
    bytesOf(ballot.serial, 32),
    bytesOf(ballot.prefix, 32),
    bytesOf(ballot.signature, signatureBytes),
    ofLength(32, check),
    ofLength(innerSize(manifest), inner),
  )
  return sealTo(manifest.ballotBox.publicKey, purposeOf('cast', manifest), message)
}

/**
 * Opens what was cast. The ballot is read, not yet verified.
 *
 * @returns null for another length, another survey, another purpose, anything altered
 */
export async function openForBox(
  key: CryptoKeyPair,
  outer: Uint8Array,
  manifest: Manifest,
): Promise<Cast | null> {
  if (outer.length !== outerSize(manifest)) return null
  const message = await openSealed(key, purposeOf('cast', manifest), outer)
  const unit = message && unitAt(message, manifest)
  if (!unit) return null
  const [serial, prefix, signature, check, inner] = cut(message.subarray(unitBytes), [
    ...[32, 32, signatureBytes, 32, innerSize(manifest)],
  ])
  if (!serial || !prefix || !signature || !check || !inner) return null
  const ballot = {
    assessment: manifest.assessment,
    unit,
    serial: toBase64url(serial),
    prefix: toBase64url(prefix),
    signature: toBase64url(signature),
  }
  return { ballot, check, inner }
}

/**
 * Seals the wish to check or to withdraw what one cast, for the way to the ballot box.
 *
 * @returns `claimSize` bytes
 */
export async function sealClaim(
  wish: 'check' | 'withdraw',
  { unit, serial, check }: Claim,
  manifest: Manifest,
): Promise<Bytes> {
  const message = concat(
    placeOf(unit, manifest),
    bytesOf(serial, 32),
    ofLength(32, check),
  )
  return sealTo(manifest.ballotBox.publicKey, purposeOf(wish, manifest), message)
}

/** @returns null for another length, another survey, another wish, anything altered */
export async function openClaim(
  wish: 'check' | 'withdraw',
  key: CryptoKeyPair,
  outer: Uint8Array,
  manifest: Manifest,
): Promise<Claim | null> {
  if (outer.length !== claimSize) return null
  const message = await openSealed(key, purposeOf(wish, manifest), outer)
  const unit = message && unitAt(message, manifest)
  if (!unit) return null
  const [serial, check] = cut(message.subarray(unitBytes), [32, 32])
  return serial && check ? { unit, serial: toBase64url(serial), check } : null
}

function purposeOf(wish: 'cast' | 'check' | 'withdraw', { assessment }: Manifest) {
  return ['groundwork ballot box 1', wish, assessment]
}

function placeOf(unit: string, { units }: Manifest): Bytes {
  const place = units.findIndex(({ id }) => id === unit)
  if (place < 0) throw new RangeError(`no unit ${unit} in the manifest`)
  return fromBigInt(BigInt(place), unitBytes)
}

function unitAt(message: Uint8Array, { units }: Manifest): string | undefined {
  return units[Number(toBigInt(message.subarray(0, unitBytes)))]?.id
}

function bytesOf(text: string, length: number): Uint8Array {
  return ofLength(length, fromBase64url(text))
}

function ofLength(length: number, bytes: Uint8Array | null): Uint8Array {
  if (bytes?.length !== length) {
    throw new RangeError(`expected ${length} bytes, got ${bytes?.length ?? 'none'}`)
  }
  return bytes
}

function cut(message: Uint8Array, lengths: readonly number[]): readonly Bytes[] {
  let end = 0
  return lengths.map((length) => {
    end += length
    return message.slice(end - length, end)
  })
}
