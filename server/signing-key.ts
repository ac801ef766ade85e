import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { createOrRead, readFile } from './erasable-file.ts'

/** The Ed25519 key of this installation: signs manifests, releases and commands to the box. */
export interface SigningKey {
  /** raw, base64url: what others pin, and what `SignedManifest.signer` says */
  readonly publicKey: string
  /** @returns base64url */
  sign(words: string): string
  /** Signs megabytes, off the thread that asks. @returns base64url */
  signLarge(words: Uint8Array): Promise<string>
}

/** Reads the key from its file, PKCS #8 in PEM, or makes it where there is none. */
export function openSigningKey(path: string): SigningKey {
  const privateKey = createPrivateKey(readFile(path) ?? makeKey(path))
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return {
    publicKey: x ?? '',
    sign: (words) => sign(null, Buffer.from(words), privateKey).toString('base64url'),
    signLarge: (words) =>
      new Promise((resolve, reject) => {
        sign(null, words, privateKey, (error, signature) => {
          if (error) reject(error)
          else resolve(signature.toString('base64url'))
        })
      }),
  }
}

function makeKey(path: string): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  return createOrRead(path, pem)
}

/**
 * Whether words were signed with the private half of a key; false for anything that is no key
 * or no signature.
 *
 * @param publicKey Ed25519, raw, base64url
 * @param signature base64url
 */
export function isSignedBy(publicKey: string, words: string, signature: string): boolean {
  const key = readPublicKey(publicKey)
  if (!key) return false
  try {
    return verify(null, Buffer.from(words), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

/** @returns null for anything that is no Ed25519 key, raw, base64url */
export function readPublicKey(publicKey: string): KeyObject | null {
  if (!/^[\w-]{43}$/.test(publicKey)) return null
  try {
    const key = { kty: 'OKP', crv: 'Ed25519', x: publicKey }
    return createPublicKey({ key, format: 'jwk' })
  } catch {
    return null
  }
}
