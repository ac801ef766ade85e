import { fromBase64, sha256, toBase64url } from './bytes.ts'
import type { ManifestUnit } from './manifest.ts'
import { type RsaKey, readRsaKey } from './rsa-key.ts'

/** Why a key that is said to be a unit's is not taken. */
export type UnitKeyFault =
  /** whoever got this one was given a key of their own */
  'unit-key-not-in-manifest' | 'unit-key-not-rsa-3072'

/**
 * What the manifest says of a unit's key: SHA-256 of its bytes (SPKI, DER), base64url. Every key
 * has one form in bytes (`readRsaKey`), so that two units with one key have one hash.
 *
 * @param spki base64
 * @throws RangeError for what is not base64
 */
export async function hashOfKey(spki: string): Promise<string> {
  const der = fromBase64(spki)
  if (!der) throw new RangeError('expected a key in base64')
  return toBase64url(await sha256(der))
}

/**
 * Reads the key of a unit, which came beside the manifest, and takes it only when it is the very
 * one that the manifest names, of the one kind that ballots are signed with. Whoever could have
 * a ballot signed with a key of its own would know that ballot again.
 *
 * @param spki base64, from anywhere
 */
export async function readUnitKey(
  { keyHash }: Pick<ManifestUnit, 'keyHash'>,
  spki: string,
): Promise<RsaKey | UnitKeyFault> {
  const der = fromBase64(spki)
  if (!der || toBase64url(await sha256(der)) !== keyHash)
    return 'unit-key-not-in-manifest'
  const key = readRsaKey(spki)
  const isRight = key?.bits === 3072 && key.e === 65_537n && key.n % 2n === 1n
  return isRight ? key : 'unit-key-not-rsa-3072'
}
