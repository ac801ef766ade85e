import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { ParticipationKey } from './participation-keys.ts'
import type { UnitPlaces } from './store.ts'

/** The participation of a unit was changed by somebody without the key. */
export class DamagedParticipation extends Error {
  override readonly name = 'DamagedParticipation'
  readonly assessment: string
  readonly unit: string

  constructor(assessment: string, unit: string) {
    super(`the participation of unit ${unit} in assessment ${assessment} was changed`)
    this.assessment = assessment
    this.unit = unit
  }
}

/** The marks of one unit, and what ties them to it. */
export interface BlobSeal {
  readonly key: ParticipationKey
  readonly assessment: string
  readonly unit: UnitPlaces
}

const algorithm = 'aes-256-gcm'
const markBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** @returns the marks of a unit, one a place */
export function openBlob(seal: BlobSeal, sealed: Uint8Array): readonly Uint8Array[] {
  const { assessment, unit } = seal
  const size = unit.headcount * markBytes
  if (sealed.length !== nonceBytes + size + tagBytes) {
    throw new DamagedParticipation(assessment, unit.id)
  }
  const nonce = sealed.subarray(0, nonceBytes)
  const decipher = createDecipheriv(algorithm, keyOf(seal), nonce)
  decipher.setAAD(wordsOf(seal))
  decipher.setAuthTag(sealed.subarray(nonceBytes + size))
  const marks = decipher.update(sealed.subarray(nonceBytes, nonceBytes + size))
  try {
    decipher.final()
  } catch {
    throw new DamagedParticipation(assessment, unit.id)
  }
  return Array.from({ length: unit.headcount }, (_, place) =>
    marks.subarray(place * markBytes, (place + 1) * markBytes),
  )
}

/** Seals marks anew: under a fresh nonce nothing of what was written before is in it. */
export function sealBlob(seal: BlobSeal, marks: readonly Uint8Array[]): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, keyOf(seal), nonce)
  cipher.setAAD(wordsOf(seal))
  const body = cipher.update(Buffer.concat(marks))
  return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()])
}

/**
 * The participation of a unit, sealed anew for a copy of the database: nothing of it can be
 * compared. Its head count is read off its length, which the seal vouches for.
 *
 * @throws DamagedParticipation
 */
export function blobSealedAnew(
  { key, assessment }: Pick<BlobSeal, 'key' | 'assessment'>,
  unit: string,
  sealed: Uint8Array,
): Uint8Array {
  const headcount = Math.floor((sealed.length - nonceBytes - tagBytes) / markBytes)
  const seal: BlobSeal = { key, assessment, unit: { id: unit, headcount } }
  return sealBlob(seal, openBlob(seal, sealed))
}

/** @returns what stands at a place that has collected nothing: noise to all but the key */
export function freeMark(seal: BlobSeal, place: number): Uint8Array {
  return markOf(seal, ['free', place])
}

/** @returns what stands at a place that has collected with this blinded request */
export function boundMark(
  seal: BlobSeal,
  place: number,
  blinded: Uint8Array,
): Uint8Array {
  return markOf(seal, ['bound', place, Buffer.from(blinded).toString('base64url')])
}

function markOf(seal: BlobSeal, words: readonly (string | number)[]): Uint8Array {
  const { assessment, unit, key } = seal
  return createHmac('sha256', key.marking)
    .update(JSON.stringify(['groundwork mark 1', assessment, unit.id, ...words]))
    .digest()
}

function keyOf(seal: BlobSeal): Uint8Array {
  return createHmac('sha256', seal.key.sealing).update(wordsOf(seal)).digest()
}

function wordsOf({ assessment, unit }: BlobSeal): Buffer {
  return Buffer.from(
    JSON.stringify(['groundwork blob 1', assessment, unit.id, unit.headcount]),
  )
}
