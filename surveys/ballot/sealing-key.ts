import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { type Bytes, concat, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { readX25519Key } from './x25519-key.ts'

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})
const algorithm = { name: 'X25519' }

/** An X25519 private key in PKCS #8 (RFC 8410), up to its 32 bytes. */
const privateKeyHead = Uint8Array.of(
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06],
  ...[0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20],
)

/** A key that others seal to and one holder opens with. */
export interface SealingKey {
  /** X25519, raw, base64url */
  readonly publicKey: string
  /** X25519, raw, 32 bytes */
  readonly privateKey: Bytes
}

/** How many bytes longer a sealed message is. */
export const sealOverhead = 48

/** Draws a new key. */
export async function createSealingKey(): Promise<SealingKey> {
  return sealingKeyFrom(crypto.getRandomValues(new Uint8Array(32)))
}

/** @param privateKey X25519, raw: 32 random bytes */
export async function sealingKeyFrom(privateKey: Uint8Array): Promise<SealingKey> {
  const key = await importPrivate(privateKey, true)
  const { x } = await crypto.subtle.exportKey('jwk', key)
  return { publicKey: x ?? '', privateKey: new Uint8Array(privateKey) }
}

/** A private key made ready to open many messages; it cannot be read back from this. */
export async function readyToOpen({
  publicKey,
  privateKey,
}: SealingKey): Promise<CryptoKeyPair> {
  return {
    publicKey: await importPublic(publicKey),
    privateKey: await importPrivate(privateKey, false),
  }
}

/**
 * Seals by HPKE (RFC 9180, base mode, X25519, HKDF-SHA-256, AES-256-GCM).
 *
 * @param publicKey X25519, raw, base64url
 * @param purpose what the message is for: it opens for the same words only
 * @returns the encapsulated key and the ciphertext, `sealOverhead` bytes longer
 * @throws RangeError for a key that is none
 */
export async function sealTo(
  publicKey: string,
  purpose: readonly string[],
  message: Uint8Array,
): Promise<Bytes> {
  const { enc, ct } = await suite.seal(
    { recipientPublicKey: await importPublic(publicKey), info: wordsOf(purpose) },
    concat(message),
  )
  return concat(new Uint8Array(enc), new Uint8Array(ct))
}

/** @returns null when it was sealed to another key, for another purpose, or was altered */
export async function openSealed(
  recipientKey: CryptoKeyPair,
  purpose: readonly string[],
  sealed: Uint8Array,
): Promise<Bytes | null> {
  if (sealed.length < sealOverhead) return null
  const enc = sealed.slice(0, 32)
  const info = wordsOf(purpose)
  try {
    return new Uint8Array(await suite.open({ recipientKey, enc, info }, sealed.slice(32)))
  } catch {
    return null
  }
}

function wordsOf(purpose: readonly string[]): Bytes {
  return utf8(canonicalJson(purpose))
}

function importPrivate(privateKey: Uint8Array, extractable: boolean): Promise<CryptoKey> {
  if (privateKey.length !== 32) {
    throw new RangeError(`a private key has 32 bytes, got ${privateKey.length}`)
  }
  const whole = concat(privateKeyHead, privateKey)
  return crypto.subtle.importKey('pkcs8', whole, algorithm, extractable, ['deriveBits'])
}

function importPublic(publicKey: string): Promise<CryptoKey> {
  const raw = readX25519Key(publicKey)
  if (!raw)
    throw new RangeError('a public key has 32 bytes in base64url: a point of large order')
  return crypto.subtle.importKey('raw', raw, algorithm, true, [])
}
