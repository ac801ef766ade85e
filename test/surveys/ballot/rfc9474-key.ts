import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { fromBigInt, toBase64url, toBigInt } from '#surveys/ballot/bytes.ts'
import { inverse } from '#surveys/ballot/modular.ts'
import { type RsaKey, readRsaKey } from '#surveys/ballot/rsa-key.ts'
import rfc from './rfc9474.json' with { type: 'json' }

export function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

const [p, q, d] = [rfc.p, rfc.q, rfc.d].map((hex) => toBigInt(bytes(hex)))
if (!p || !q || !d) throw new Error('expected the numbers of the RFC')

/** The 4096-bit key of the RFC's vectors. */
export const rfcPrivateKey: KeyObject = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'RSA',
    n: toBase64url(bytes(rfc.n)),
    e: toBase64url(bytes(rfc.e)),
    d: toBase64url(bytes(rfc.d)),
    p: toBase64url(bytes(rfc.p)),
    q: toBase64url(bytes(rfc.q)),
    dp: toBase64url(fromBigInt(d % (p - 1n), 256)),
    dq: toBase64url(fromBigInt(d % (q - 1n), 256)),
    qi: toBase64url(fromBigInt(inverse(q, p) ?? 0n, 256)),
  },
})

/** Its public half, as a key is written. */
export const rfcSpki: string = createPublicKey(rfcPrivateKey)
  .export({ format: 'der', type: 'spki' })
  .toString('base64')

const key = readRsaKey(rfcSpki)
if (!key) throw new Error('expected the key of the RFC to be readable')
export const rfcKey: RsaKey = key
