import {
  type Bytes,
  concat,
  fromBase64url,
  fromBigInt,
  sha256,
  toBase64url,
  toBigInt,
  utf8,
} from '#surveys/ballot/bytes.ts'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'

const unitBytes = 4
const seedBytes = 16
const signatureBytes = 384
const markBytes = 8

/** All that another device needs to answer with a ballot, without asking for it again. */
export interface CarriedBallot {
  readonly unit: string
  readonly seed: Bytes
  readonly signature: Bytes
  /** see `markOf` */
  readonly mark: Bytes
}

/**
 * What is set on a ballot when its signature has been verified: it binds signature, seed, unit
 * and every word of the manifest together. So a device that the ballot comes to needs neither
 * the unit's key nor to ask for it, which would tell in which unit somebody answers now; and it
 * notices a ballot that was altered on the way, and a manifest that is not the one it was
 * collected under. Whoever could set another mark has the seed, and with it the ballot.
 *
 * @returns 8 bytes
 */
export async function markOf(
  manifest: Manifest,
  { unit, seed, signature }: Omit<CarriedBallot, 'mark'>,
): Promise<Bytes> {
  const parts = [unit, toBase64url(seed), toBase64url(signature)]
  const words = ['groundwork carried ballot 1', manifest, ...parts]
  return (await sha256(utf8(canonicalJson(words)))).slice(0, markBytes)
}

/** Writes a ballot as letters for an address: the place of its unit, seed, signature, mark. */
export function writeCarriedBallot(
  { unit, seed, signature, mark }: CarriedBallot,
  { units }: Pick<Manifest, 'units'>,
): string {
  const place = BigInt(units.findIndex(({ id }) => id === unit))
  return toBase64url(concat(fromBigInt(place, unitBytes), seed, signature, mark))
}

/**
 * Reads what `writeCarriedBallot` wrote for the same survey. The mark is read, not yet compared.
 *
 * @returns null for anything else
 */
export function readCarriedBallot(
  text: string,
  { units }: Pick<Manifest, 'units'>,
): CarriedBallot | null {
  const bytes = fromBase64url(text)
  if (bytes?.length !== unitBytes + seedBytes + signatureBytes + markBytes) return null
  const unit = units[Number(toBigInt(bytes.subarray(0, unitBytes)))]?.id
  if (unit === undefined) return null
  return {
    unit,
    seed: bytes.slice(unitBytes, unitBytes + seedBytes),
    signature: bytes.slice(unitBytes + seedBytes, -markBytes),
    mark: bytes.slice(-markBytes),
  }
}
