import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto'
import { promisify } from 'node:util'

/** Signs the ballots of one reporting unit, and nothing else ever. */
export interface UnitSigningKey {
  /** RSA-3072, SPKI in base64: the manifest names its hash */
  readonly publicKey: string
  /** PKCS #8, PEM */
  readonly privateKey: string
}

/** Draws an RSA-3072 key with the exponent 65537. */
export async function createUnitKey(): Promise<UnitSigningKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 3072,
    publicExponent: 65_537,
    publicKeyEncoding: { format: 'der', type: 'spki' },
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
  })
  return { publicKey: publicKey.toString('base64'), privateKey }
}

/**
 * Signs what it cannot read (BlindSign of RFC 9474, 4.3): the bare private operation, done by
 * OpenSSL in constant time. The same request gets the same bytes.
 *
 * The result is checked against the request before it leaves: one signature with a fault in
 * it gives the private key away (Boneh, DeMillo and Lipton 1997).
 *
 * @param privateKey of the unit, PEM or already read
 * @returns null for a request of another length or above the modulus: nobody blinds that way
 * @throws Error when the computation failed
 */
export function signBlinded(
  privateKey: KeyObject | string,
  blinded: Uint8Array,
): Uint8Array | null {
  const key = typeof privateKey === 'string' ? createPrivateKey(privateKey) : privateKey
  const bytes = Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8)
  if (blinded.length !== bytes) return null
  const padding = constants.RSA_NO_PADDING
  const signature = rawPrivate(key, blinded)
  if (!signature) return null
  const again = publicEncrypt({ key: createPublicKey(key), padding }, signature)
  if (!again.equals(blinded)) throw new Error('a blind signature came out wrong')
  return new Uint8Array(signature)
}

/** @returns null for a number that is not below the modulus */
function rawPrivate(key: KeyObject, blinded: Uint8Array): Buffer | null {
  try {
    return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === tooLarge) return null
    throw error
  }
}

const tooLarge = 'ERR_OSSL_RSA_DATA_TOO_LARGE_FOR_MODULUS'
