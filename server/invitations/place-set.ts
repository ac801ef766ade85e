import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { CountedUnit } from '../assessments/contract.ts'
import type { Place } from '../registrar/issue-codes.ts'

/** Every place of an assessment gets a number; the same as long as head counts are the same. */
export interface Seats {
  readonly count: number
  /** @throws RangeError for a place that is not there */
  numberOf(place: Place): number
}

export function seatsOf(units: readonly CountedUnit[]): Seats {
  const first = new Map<string, number>()
  const room = new Map(units.map(({ id, headcount }) => [id, headcount]))
  let count = 0
  for (const unit of [...room.keys()].toSorted()) {
    first.set(unit, count)
    count += room.get(unit) ?? 0
  }
  return {
    count,
    numberOf({ unit, place }) {
      const start = first.get(unit)
      if (start === undefined || place < 0 || place >= (room.get(unit) ?? 0)) {
        throw new RangeError(`expected a place of the assessment, got ${place}`)
      }
      return start + place
    },
  }
}

const nonceBytes = 12
const tagBytes = 16

/**
 * A set of places as it is stored: one bit a place, encrypted, so that its length tells
 * nothing and every writing looks new.
 *
 * @param purpose bound to the text, so that one set cannot be put in another's place
 * @returns base64
 */
export function sealSeats(
  key: Uint8Array,
  purpose: string,
  { count }: Seats,
  members: ReadonlySet<number>,
): string {
  const bits = Buffer.alloc(Math.ceil(count / 8))
  for (const member of members) {
    bits[member >> 3] = (bits[member >> 3] ?? 0) | (1 << (member & 7))
  }
  return sealBits(key, purpose, bits)
}

/** @throws Error when it was sealed with another key or for another purpose, or was changed */
export function openSeats(
  key: Uint8Array,
  purpose: string,
  sealed: string,
): ReadonlySet<number> {
  return new Set(membersIn(openBits(key, purpose, sealed)))
}

/** The same set, written anew: nothing of it can be compared. @throws as `openSeats` */
export function seatsSealedAnew(
  key: Uint8Array,
  purpose: string,
  sealed: string,
): string {
  return sealBits(key, purpose, openBits(key, purpose, sealed))
}

function sealBits(key: Uint8Array, purpose: string, bits: Uint8Array): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const sealed = [cipher.update(bits), cipher.final()]
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64')
}

function openBits(key: Uint8Array, purpose: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  return Buffer.concat([
    decipher.update(bytes.subarray(nonceBytes, -tagBytes)),
    decipher.final(),
  ])
}

function* membersIn(bits: Uint8Array): Generator<number> {
  for (const [index, byte] of bits.entries()) {
    for (let bit = 0; bit < 8; bit += 1) {
      if ((byte >> bit) & 1) yield index * 8 + bit
    }
  }
}
