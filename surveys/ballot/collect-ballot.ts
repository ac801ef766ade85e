import { type Ballot, signedWords } from './ballot.ts'
import { blind, finalize } from './blind-signature.ts'
import { type Bytes, concat, toBase64url, utf8 } from './bytes.ts'
import type { Manifest } from './manifest.ts'
import { deriveBallot, deriveFactor } from './seed.ts'
import { readUnitKey } from './unit-key.ts'

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
 * @param unitKey of the unit, SPKI in base64, from whoever told it
 * @throws RangeError for a unit that is not in the manifest, or a key that is not the one it names
 */
export async function prepareCollecting(
  manifest: Manifest,
  unit: string,
  unitKey: string,
  seed: Uint8Array,
): Promise<Collecting> {
  const { assessment } = manifest
  const listed = manifest.units.find(({ id }) => id === unit)
  if (!listed) throw new RangeError(`no unit ${unit} in the manifest`)
  const key = await readUnitKey(listed, unitKey)
  if (typeof key === 'string') throw new RangeError(`refused the key of ${unit}: ${key}`)

  const secrets = await deriveBallot(seed, assessment, listed)
  const r = await deriveFactor(seed, assessment, listed, key)
  const name = { assessment, unit, serial: toBase64url(secrets.serial) }
  const message = concat(secrets.prefix, utf8(signedWords(name)))
  const { blinded, unblind } = await blind(key, message, secrets.salt, r)
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
