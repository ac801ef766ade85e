import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { type Ballot, signedWords } from '#surveys/ballot/ballot.ts'
import { fromBase64url } from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'

/**
 * Whether the registrar of this manifest signed the ballot for its unit: RSASSA-PSS with
 * SHA-384 over prefix and signed words, as RFC 9474 has it. Who holds it cannot be told.
 */
export function verifyBallot(ballot: Ballot, manifest: Manifest): boolean {
  const key = keyOf(manifest, ballot.unit)
  if (!key || ballot.assessment !== manifest.assessment) return false
  const serial = fromBase64url(ballot.serial)
  const prefix = fromBase64url(ballot.prefix)
  const signature = fromBase64url(ballot.signature)
  if (serial?.length !== 32 || prefix?.length !== 32 || !signature) return false
  const message = Buffer.concat([prefix, Buffer.from(signedWords(ballot))])
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return verify('sha384', message, { key, padding, saltLength: 48 }, signature)
}

/** The keys of a manifest: as text, and read when they were first needed. */
interface Keys {
  readonly texts: ReadonlyMap<string, string>
  readonly read: Map<string, KeyObject>
}

/** Reading a key takes as long as verifying with it; a manifest never changes. */
const known = new WeakMap<Manifest, Keys>()

function keyOf(manifest: Manifest, unit: string): KeyObject | null {
  const { texts, read } = keysOf(manifest)
  const text = texts.get(unit)
  if (text === undefined) return null
  const key = read.get(unit) ?? readKey(text)
  read.set(unit, key)
  return key
}

function keysOf(manifest: Manifest): Keys {
  const keys = known.get(manifest) ?? {
    texts: new Map(manifest.units.map(({ id, publicKey }) => [id, publicKey])),
    read: new Map(),
  }
  known.set(manifest, keys)
  return keys
}

function readKey(spki: string): KeyObject {
  return createPublicKey({
    key: Buffer.from(spki, 'base64'),
    format: 'der',
    type: 'spki',
  })
}
