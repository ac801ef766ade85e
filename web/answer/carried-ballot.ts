import {
  type Bytes,
  concat,
  fromBase64url,
  fromBigInt,
  toBase64url,
  toBigInt,
} from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'

const unitBytes = 4
const seedBytes = 16
const signatureBytes = 384

/** All that another device needs to answer with a ballot, without asking for it again. */
export interface CarriedBallot {
  readonly unit: string
  readonly seed: Bytes
  readonly signature: Bytes
}

/** Writes a ballot as letters for an address: the place of its unit, seed, signature. */
export function writeCarriedBallot(
  { unit, seed, signature }: CarriedBallot,
  { units }: Pick<Manifest, 'units'>,
): string {
  const place = BigInt(units.findIndex(({ id }) => id === unit))
  return toBase64url(concat(fromBigInt(place, unitBytes), seed, signature))
}

/**
 * Reads what `writeCarriedBallot` wrote for the same survey. The signature is read, not yet
 * verified.
 *
 * @returns null for anything else
 */
export function readCarriedBallot(
  text: string,
  { units }: Pick<Manifest, 'units'>,
): CarriedBallot | null {
  const bytes = fromBase64url(text)
  if (bytes?.length !== unitBytes + seedBytes + signatureBytes) return null
  const unit = units[Number(toBigInt(bytes.subarray(0, unitBytes)))]?.id
  if (unit === undefined) return null
  return {
    unit,
    seed: bytes.slice(unitBytes, unitBytes + seedBytes),
    signature: bytes.slice(unitBytes + seedBytes),
  }
}
