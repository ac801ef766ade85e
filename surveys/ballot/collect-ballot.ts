import { type Ballot, signedWords } from './ballot.ts'
import { blind, finalize } from './blind-signature.ts'
import { type Bytes, concat, toBase64url, utf8 } from './bytes.ts'
import type { Manifest } from './manifest.ts'
import { readRsaKey } from './rsa-key.ts'
import { deriveBallot } from './seed.ts'

/** A ballot on its way: what to send to the registrar, and what to do with the reply. */
export interface Collecting {
  /** what the registrar signs; tells nothing about the ballot */
  readonly blinded: Bytes
  /** 32 bytes: whoever shows them may check and withdraw what was cast with the ballot */
  readonly check: Bytes
  /** @returns null when the reply is no signature under the key of the unit */
  finish(blindSignature: Uint8Array): Promise<Ballot | null>
}

/**
 * Prepares to collect the ballot of a seed. The same seed gives the same bytes again, so
 * that asking twice is asking once.
 *
 * @param manifest one in which `faultOf` finds none
 * @throws RangeError for a unit or a key that is not in the manifest
 */
export async function prepareCollecting(
  manifest: Manifest,
  unit: string,
  seed: Uint8Array,
): Promise<Collecting> {
  const { assessment } = manifest
  const listed = manifest.units.find(({ id }) => id === unit)
  const key = listed && readRsaKey(listed.publicKey)
  if (!listed || !key) throw new RangeError(`no unit ${unit} with a key in the manifest`)

  const secrets = await deriveBallot(seed, assessment, listed, key)
  const name = { assessment, unit, serial: toBase64url(secrets.serial) }
  const message = concat(secrets.prefix, utf8(signedWords(name)))
  const { blinded, unblind } = await blind(key, message, secrets.salt, secrets.r)
  return {
    blinded,
    check: secrets.check,
    async finish(blindSignature) {
      const signature = await finalize(key, message, blindSignature, unblind)
      if (!signature) return null
      const prefix = toBase64url(secrets.prefix)
      return { ...name, prefix, signature: toBase64url(signature) }
    },
  }
}
