import { type Bytes, fromBase64url, toBigInt } from './bytes.ts'

/** The field of Curve25519 (RFC 7748, 4.1). */
const p = 2n ** 255n - 19n
/** A of y² = x³ + Ax² + x. */
const a = 486_662n

/**
 * Reads a public X25519 key, raw, base64url. A point of low order is none: what is sealed to one
 * everybody can open, for the shared secret is zero whatever the other half. Neither is a number
 * that RFC 7748 reads as another: a key would have two texts, and one of them could pass for the
 * key of somebody else.
 *
 * @returns null for anything but 32 bytes that are the one form of a point of large order
 */
export function readX25519Key(publicKey: string): Bytes | null {
  const bytes = fromBase64url(publicKey)
  if (bytes?.length !== 32) return null
  const x = toBigInt(bytes.toReversed())
  return x < p && !isOfLowOrder(x) ? bytes : null
}

/**
 * Whether eight times the point is none: the cofactor of the curve is 8, that of its twist 4, so
 * that three doublings bring every point of low order, and no other, to infinity (Z = 0).
 * Montgomery (1987): X₂ = (X² − Z²)², Z₂ = 4XZ(X² + AXZ + Z²).
 */
function isOfLowOrder(x: bigint): boolean {
  let [X, Z] = [x, 1n]
  for (let doubling = 0; doubling < 3; doubling += 1) {
    const [XX, XZ, ZZ] = [X * X, X * Z, Z * Z]
    X = (XX - ZZ) ** 2n % p
    Z = (4n * XZ * (XX + a * XZ + ZZ)) % p
  }
  return Z === 0n
}
