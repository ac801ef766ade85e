import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { type Ballot, signedWords } from '#surveys/ballot/ballot.ts'
import { fromBase64url } from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'

/**
 * Whether the registrar of this manifest signed the ballot for its unit: RSASSA-PSS with
 * SHA-384 over prefix and signed words, as RFC 9474 has it. Who holds it cannot be told.
 */
export function verifyBallot(ballot: Ballot, manifest: Manifest): boolean {
  const key = keysOf(manifest).get(ballot.unit)
  if (!key || ballot.assessment !== manifest.assessment) return false
  const serial = fromBase64url(ballot.serial)
  const prefix = fromBase64url(ballot.prefix)
  const signature = fromBase64url(ballot.signature)
  if (serial?.length !== 32 || prefix?.length !== 32 || !signature) return false
  const message = Buffer.concat([prefix, Buffer.from(signedWords(ballot))])
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return verify('sha384', message, { key, padding, saltLength: 48 }, signature)
}

type Keys = ReadonlyMap<string, KeyObject>

/** Reading a key takes as long as verifying with it; a manifest never changes. */
const known = new WeakMap<Manifest, Keys>()

function keysOf(manifest: Manifest): Keys {
  const keys = known.get(manifest) ?? readKeys(manifest)
  known.set(manifest, keys)
  return keys
}

function readKeys({ units }: Manifest): Keys {
  return new Map(
    units.map(({ id, publicKey }) => {
      const key = Buffer.from(publicKey, 'base64')
      return [id, createPublicKey({ key, format: 'der', type: 'spki' })]
    }),
  )
}
