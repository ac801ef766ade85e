import {
  type Bytes,
  concat,
  equal,
  fromBase64url,
  fromBigInt,
  sha256,
  toBase64url,
  toBigInt,
  utf8,
} from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { readLetters, writeLetters } from './crockford.ts'
import {
  createSealingKey,
  openSealed,
  type SealingKey,
  sealingKeyFrom,
  sealTo,
} from './sealing-key.ts'

/** A trustee's key locked with a passphrase: what the trustee's file holds, as JSON. */
export interface KeyFile {
  readonly kind: 'groundwork trustee key'
  readonly version: 1
  /** X25519, raw, base64url */
  readonly publicKey: string
  /** PBKDF2 with HMAC-SHA-256 */
  readonly iterations: number
  /** 16 bytes, base64url */
  readonly salt: string
  /** the private key under AES-256-GCM, base64url */
  readonly locked: string
}

/** OWASP's floor for PBKDF2 with HMAC-SHA-256 (2023). */
const leastIterations = 600_000
const mostIterations = 10_000_000

/** Draws a trustee's key. */
export function createTrusteeKey(): Promise<SealingKey> {
  return createSealingKey()
}

/** Locks a key with a passphrase: PBKDF2-SHA-256, then AES-256-GCM over the private key. */
export async function lockKey(
  { publicKey, privateKey }: SealingKey,
  passphrase: string,
): Promise<KeyFile> {
  const salt = toBase64url(crypto.getRandomValues(new Uint8Array(16)))
  const open: Omit<KeyFile, 'locked'> = {
    kind: 'groundwork trustee key',
    version: 1,
    publicKey,
    iterations: leastIterations,
    salt,
  }
  const key = await keyFrom(passphrase, open)
  const locked = await crypto.subtle.encrypt(
    gcmFor(open),
    key,
    new Uint8Array(privateKey),
  )
  return { ...open, locked: toBase64url(new Uint8Array(locked)) }
}

/** @returns the key; or that this is no key file, or not its passphrase */
export async function unlockKey(
  file: unknown,
  passphrase: string,
): Promise<SealingKey | 'not-a-key-file' | 'wrong-passphrase'> {
  if (!isKeyFile(file)) return 'not-a-key-file'
  const { kind, version, publicKey, iterations, salt } = file
  const open = { kind, version, publicKey, iterations, salt }
  const sealed = fromBase64url(file.locked)
  if (sealed?.length !== 48 || fromBase64url(salt)?.length !== 16) return 'not-a-key-file'
  const key = await keyFrom(passphrase, open)
  const privateKey = await crypto.subtle
    .decrypt(gcmFor(open), key, sealed)
    .catch(() => null)
  if (privateKey?.byteLength !== 32) return 'wrong-passphrase'
  return sealingKeyFrom(new Uint8Array(privateKey))
}

/**
 * Writes a private key for the recovery sheet: 56 letters and digits in groups of four, the
 * last of them a checksum.
 */
export async function writeRecoveryCode({ privateKey }: SealingKey): Promise<string> {
  const whole = concat(privateKey, await checksumOf(privateKey))
  return writeLetters(toBigInt(whole), 56).replace(/(.{4})(?=.)/g, '$1-')
}

/** @returns null when something was left out or mistyped */
export async function readRecoveryCode(text: string): Promise<SealingKey | null> {
  const value = readLetters(text, 56)
  if (value === null) return null
  const whole = fromBigInt(value, 35)
  const privateKey = whole.slice(0, 32)
  if (!equal(await checksumOf(privateKey), whole.subarray(32))) return null
  return sealingKeyFrom(privateKey)
}

/** A question only the holder of a key can answer: proves that the key still opens. */
export interface Challenge {
  readonly sealed: Bytes
  /** 32 bytes: what the holder answers; told to nobody before */
  readonly answer: Bytes
}

/** @param publicKey the trustee's, as in the manifest */
export async function challengeFor(publicKey: string): Promise<Challenge> {
  const answer = crypto.getRandomValues(new Uint8Array(32))
  return { sealed: await sealTo(publicKey, challengePurpose, answer), answer }
}

/**
 * Answers a challenge. Opens challenges only: a share passed off as one stays shut.
 *
 * @returns null when it was made for another key
 */
export function answerChallenge(
  key: CryptoKeyPair,
  sealed: Uint8Array,
): Promise<Bytes | null> {
  return openSealed(key, challengePurpose, sealed)
}

const challengePurpose = ['groundwork trustee challenge 1']

async function checksumOf(privateKey: Uint8Array): Promise<Bytes> {
  return (await sha256(utf8('groundwork recovery 1'), privateKey)).slice(0, 3)
}

async function keyFrom(
  passphrase: string,
  { iterations, salt }: Pick<KeyFile, 'iterations' | 'salt'>,
): Promise<CryptoKey> {
  // The same words typed on another keyboard may arrive as other code points.
  const words = utf8(passphrase.normalize('NFKC'))
  const source = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: utf8(salt) },
    source,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** The key comes from a fresh salt and encrypts once, hence the fixed nonce. */
function gcmFor(open: Omit<KeyFile, 'locked'>) {
  const additionalData = utf8(canonicalJson(open))
  return { name: 'AES-GCM', iv: new Uint8Array(12), additionalData }
}

function isKeyFile(file: unknown): file is KeyFile {
  if (typeof file !== 'object' || file === null) return false
  const { kind, version, publicKey, iterations, salt, locked } = file as Partial<KeyFile>
  return (
    kind === 'groundwork trustee key' &&
    version === 1 &&
    [publicKey, salt, locked].every((part) => typeof part === 'string') &&
    Number.isInteger(iterations) &&
    Number(iterations) >= leastIterations &&
    Number(iterations) <= mostIterations
  )
}
