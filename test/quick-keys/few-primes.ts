import { createPrivateKey, createPublicKey, generatePrimeSync } from 'node:crypto'
import type { UnitSigningKey } from '#server/registrar/sign-blinded.ts'
import { fromBigInt, toBase64url } from '#surveys/ballot/bytes.ts'
import { inverse } from '#surveys/ballot/modular.ts'

const bits = 3072
const exponent = 65_537n

/**
 * Draws RSA-3072 keys, all different, where many are needed. Every two of a few primes make
 * one: it signs as fast as any other, and is not secret at all.
 *
 * @param drawn primes to begin with; more are drawn when no pair of them is left
 */
export function* keysFromFewPrimes(
  drawn: readonly bigint[] = [],
): Generator<UnitSigningKey, never> {
  const primes: bigint[] = []
  for (;;) {
    const next = drawn[primes.length] ?? drawPrime()
    for (const prime of primes) yield keyOf(prime, next)
    primes.push(next)
  }
}

/** Half of an RSA-3072 key with the exponent 65537. */
export function drawPrime(): bigint {
  for (;;) {
    const prime = generatePrimeSync(bits / 2, { bigint: true })
    if (inverse(exponent, prime - 1n) !== null) return prime
  }
}

function keyOf(p: bigint, q: bigint): UnitSigningKey {
  const d = inverse(exponent, (p - 1n) * (q - 1n)) ?? 0n
  const half = bits / 16
  const privateKey = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      e: 'AQAB',
      n: written(p * q, 2 * half),
      d: written(d, 2 * half),
      p: written(p, half),
      q: written(q, half),
      dp: written(d % (p - 1n), half),
      dq: written(d % (q - 1n), half),
      qi: written(inverse(q, p) ?? 0n, half),
    },
  })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    publicKey: publicKey.toString('base64'),
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  }
}

const written = (value: bigint, length: number): string =>
  toBase64url(fromBigInt(value, length))
