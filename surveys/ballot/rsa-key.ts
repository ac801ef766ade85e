import { equal, fromBase64, fromBigInt, toBase64url, toBigInt } from './bytes.ts'

/** A public RSA key. */
export interface RsaKey {
  /** the modulus */
  readonly n: bigint
  /** the exponent */
  readonly e: bigint
  /** length of the modulus in bits */
  readonly bits: number
  /** length of a signature in bytes */
  readonly bytes: number
}

/** AlgorithmIdentifier of rsaEncryption with its NULL. */
const rsaEncryption = Uint8Array.of(
  ...[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00],
)

/**
 * Reads a public key as RFC 5280 writes it (SubjectPublicKeyInfo, DER), in base64. There is
 * one text for one key: two texts are two keys.
 *
 * @returns null for anything else
 */
export function readRsaKey(spki: string): RsaKey | null {
  const der = fromBase64(spki)
  const [info, behind] = (der && element(der, 0x30)) ?? []
  if (!info || behind?.length !== 0) return null
  const [algorithm, bitString] = element(info, 0x30) ?? []
  if (!algorithm || !bitString || !equal(algorithm, rsaEncryption)) return null
  const [bits, behindBits] = element(bitString, 0x03) ?? []
  if (bits?.[0] !== 0 || behindBits?.length !== 0) return null
  return readNumbers(bits.subarray(1))
}

function readNumbers(der: Uint8Array): RsaKey | null {
  const [numbers, behind] = element(der, 0x30) ?? []
  if (!numbers || behind?.length !== 0) return null
  const [modulus, exponents] = element(numbers, 0x02) ?? []
  const [exponent, behindAll] = (exponents && element(exponents, 0x02)) ?? []
  if (!modulus || !exponent || behindAll?.length !== 0) return null
  if (!isPositive(modulus) || !isPositive(exponent)) return null
  const bits = bitsOf(modulus)
  const [n, e] = [toBigInt(modulus), toBigInt(exponent)]
  return { n, e, bits, bytes: Math.ceil(bits / 8) }
}

/** An element of this tag in its one shortest form: what it holds, and what follows it. */
function element(
  der: Uint8Array,
  tag: number,
): readonly [Uint8Array, Uint8Array] | undefined {
  const actual = der[0]
  const first = der[1] ?? 0x80
  const lengthBytes = first < 0x80 ? 0 : first - 0x80
  const start = 2 + lengthBytes
  const length = lengthBytes === 0 ? first : wholeNumber(der.subarray(2, start))
  const shortest =
    lengthBytes === 0
      ? first < 0x80
      : lengthBytes <= 2 && length >= (lengthBytes === 1 ? 0x80 : 0x100)
  if (actual !== tag || !shortest || der.length < start + length) return
  return [der.subarray(start, start + length), der.subarray(start + length)]
}

/** Exact up to six bytes; a length of more is longer than anything here. */
function wholeNumber(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => 256 * sum + byte, 0)
}

/** Whether a DER integer is above zero and in its one shortest form. */
function isPositive(number: Uint8Array): boolean {
  const first = number[0] ?? 0
  return first === 0 ? (number[1] ?? 0) >= 0x80 : first < 0x80
}

/** How long a DER integer above zero is. */
function bitsOf(number: Uint8Array): number {
  const highest = number[0] === 0 ? 1 : 0
  const inHighest = 32 - Math.clz32(number[highest] ?? 0)
  return inHighest + 8 * (number.length - highest - 1)
}

/** The key as WebCrypto takes it, to verify RSASSA-PSS with SHA-384. */
export function importRsaKey({ n, e, bytes }: RsaKey): Promise<CryptoKey> {
  const write = (value: bigint, length: number) => toBase64url(fromBigInt(value, length))
  const exponentBytes = Math.ceil(e.toString(16).length / 2)
  return crypto.subtle.importKey(
    'jwk',
    {
      kty: 'RSA',
      n: write(n, bytes),
      e: write(e, exponentBytes),
      alg: 'PS384',
      ext: true,
    },
    { name: 'RSA-PSS', hash: 'SHA-384' },
    true,
    ['verify'],
  )
}
