import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { BucketPlace } from './layout.ts'
import { shuffled } from './shuffle.ts'
import { isTaken } from './slot.ts'

/** A bucket was changed by somebody without the key, or is not the one that belongs here. */
export class DamagedBucket extends Error {
  override readonly name = 'DamagedBucket'
  readonly assessment: string
  readonly unit: string
  readonly bucket: number

  constructor(assessment: string, { unit, index }: BucketPlace) {
    super(`bucket ${index} of unit ${unit} in assessment ${assessment} was changed`)
    this.assessment = assessment
    this.unit = unit
    this.bucket = index
  }
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** What ties a bucket to its place: a copy put elsewhere does not open. */
export interface BucketSeal {
  readonly sealing: Uint8Array
  readonly assessment: string
  readonly place: BucketPlace
  readonly slotBytes: number
}

/** @returns the slots that are taken, in no order */
export function openBucket(seal: BucketSeal, sealed: Uint8Array): readonly Uint8Array[] {
  return slotsIn(seal, sealed).filter(isTaken)
}

/**
 * @returns all slots of a bucket as they lie, the empty ones too
 * @throws DamagedBucket
 */
export function slotsIn(seal: BucketSeal, sealed: Uint8Array): readonly Uint8Array[] {
  const { assessment, place, slotBytes } = seal
  const size = place.slots * slotBytes
  if (sealed.length !== nonceBytes + size + tagBytes) {
    throw new DamagedBucket(assessment, place)
  }
  const nonce = sealed.subarray(0, nonceBytes)
  const decipher = createDecipheriv(algorithm, keyOf(seal), nonce)
  decipher.setAAD(wordsOf(seal))
  decipher.setAuthTag(sealed.subarray(nonceBytes + size))
  const slots = decipher.update(sealed.subarray(nonceBytes, nonceBytes + size))
  try {
    decipher.final()
  } catch {
    throw new DamagedBucket(assessment, place)
  }
  return Array.from({ length: place.slots }, (_, slot) =>
    slots.subarray(slot * slotBytes, (slot + 1) * slotBytes),
  )
}

/**
 * Seals the taken slots of a bucket with as many empty ones as fill it, all in a new random
 * order under a fresh nonce: nothing of what was written before can be found in it again.
 */
export function sealBucket(seal: BucketSeal, taken: readonly Uint8Array[]): Uint8Array {
  const { place, slotBytes } = seal
  if (taken.length > place.slots) {
    throw new RangeError(`expected at most ${place.slots} ballots, got ${taken.length}`)
  }
  const slots = new Uint8Array(place.slots * slotBytes)
  const positions = shuffled(Array.from({ length: place.slots }, (_, slot) => slot))
  for (const [index, slot] of taken.entries()) {
    slots.set(slot, (positions[index] ?? 0) * slotBytes)
  }
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, keyOf(seal), nonce)
  cipher.setAAD(wordsOf(seal))
  return Buffer.concat([nonce, cipher.update(slots), cipher.final(), cipher.getAuthTag()])
}

/** A key for each bucket: random nonces of 96 bits then never come near their limit. */
function keyOf(seal: BucketSeal): Uint8Array {
  return createHmac('sha256', seal.sealing).update(wordsOf(seal)).digest()
}

function wordsOf({ assessment, place, slotBytes }: BucketSeal): Buffer {
  const { unit, index, slots } = place
  return Buffer.from(
    JSON.stringify(['groundwork bucket 1', assessment, unit, index, slots, slotBytes]),
  )
}
