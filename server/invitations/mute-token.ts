import { createHmac, timingSafeEqual } from 'node:crypto'

const seatBytes = 4
const proofBytes = 16

/**
 * The secret behind the link that mutes reminders: the number of a place, and proof that we
 * wrote it. The same in every mail, so that each mail's link works, and nothing of it is stored.
 * It is no part of the code: who has only this link cannot answer.
 */
export function writeMuteToken(key: Uint8Array, seat: number): string {
  return Buffer.concat([numberBytes(seat), proofOf(key, seat)]).toString('base64url')
}

/** @returns the number of the place; null for anything we did not write */
export function readMuteToken(key: Uint8Array, token: string): number | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== seatBytes + proofBytes) return null
  const seat = bytes.readUInt32BE()
  return timingSafeEqual(bytes.subarray(seatBytes), proofOf(key, seat)) ? seat : null
}

function proofOf(key: Uint8Array, seat: number): Uint8Array {
  const hmac = createHmac('sha256', key).update(numberBytes(seat))
  return hmac.digest().subarray(0, proofBytes)
}

function numberBytes(seat: number): Uint8Array {
  const bytes = Buffer.alloc(seatBytes)
  bytes.writeUInt32BE(seat)
  return bytes
}
