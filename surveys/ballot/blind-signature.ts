import { type Bytes, concat, fromBigInt, toBigInt } from './bytes.ts'
import { inverse, power } from './modular.ts'
import { importRsaKey, type RsaKey } from './rsa-key.ts'

const hashBytes = 48

/** What the signer gets to see, and what undoes it. */
export interface Blinded {
  readonly blinded: Bytes
  /** inverse of the blinding factor: kept by the one who asked, told to nobody */
  readonly unblind: bigint
}

/**
 * Blinds a message for RSABSSA-SHA384-PSS (RFC 9474, 4.2): whoever signs `blinded` learns
 * nothing of the message and cannot recognise the signature.
 *
 * @param message already prepared: for the Randomized variants 32 random bytes go first
 * @param salt 48 random bytes (PSS), or none (PSSZERO)
 * @param r uniform among the numbers below n that have an inverse
 * @throws RangeError where r has no inverse, or the key is one that would reveal the message
 */
export async function blind(
  { n, e, bits, bytes }: RsaKey,
  message: Uint8Array,
  salt: Uint8Array,
  r: bigint,
): Promise<Blinded> {
  const m = toBigInt(await encodeForPss(message, salt, bits - 1))
  const unblind = r > 0n && r < n ? inverse(r, n) : null
  if (unblind === null) throw new RangeError('the blinding factor has no inverse')
  if (inverse(m, n) === null)
    throw new RangeError('the message shares a factor with the key')
  return { blinded: fromBigInt((m * power(r, e, n)) % n, bytes), unblind }
}

/**
 * Turns what the signer gave back into the signature of the message (RFC 9474, 4.4).
 *
 * @returns null when it is not a signature of this message under this key
 */
export async function finalize(
  key: RsaKey,
  message: Uint8Array,
  blindSignature: Uint8Array,
  unblind: bigint,
  saltBytes = hashBytes,
): Promise<Bytes | null> {
  const z = toBigInt(blindSignature)
  if (blindSignature.length !== key.bytes || z >= key.n) return null
  const signature = fromBigInt((z * unblind) % key.n, key.bytes)
  return (await verifySignature(key, message, signature, saltBytes)) ? signature : null
}

/** Whether this is an RSASSA-PSS signature with SHA-384 of the prepared message. */
export async function verifySignature(
  key: RsaKey,
  message: Uint8Array,
  signature: Uint8Array,
  saltBytes = hashBytes,
): Promise<boolean> {
  return crypto.subtle.verify(
    { name: 'RSA-PSS', saltLength: saltBytes },
    await importRsaKey(key),
    concat(signature),
    concat(message),
  )
}

/** EMSA-PSS-ENCODE of RFC 8017, 9.1.1, with SHA-384 and MGF1 over it. */
async function encodeForPss(
  message: Uint8Array,
  salt: Uint8Array,
  bits: number,
): Promise<Bytes> {
  const length = Math.ceil(bits / 8)
  const maskedLength = length - hashBytes - 1
  const hash = await sha384(new Uint8Array(8), await sha384(message), salt)
  const mask = await maskFrom(hash, maskedLength)
  const padding = new Uint8Array(maskedLength - salt.length - 1)
  const masked = concat(padding, Uint8Array.of(1), salt).map(
    (byte, at) => byte ^ (mask[at] ?? 0),
  )
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits))
  return concat(masked, hash, Uint8Array.of(0xbc))
}

/** MGF1 of RFC 8017, B.2.1, with SHA-384. */
async function maskFrom(seed: Uint8Array, length: number): Promise<Bytes> {
  const rounds = Array.from({ length: Math.ceil(length / hashBytes) }, (_, round) =>
    sha384(seed, fromBigInt(BigInt(round), 4)),
  )
  return concat(...(await Promise.all(rounds))).slice(0, length)
}

async function sha384(...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', concat(...parts)))
}
