import { timingSafeEqual } from 'node:crypto'

/** A ballot as a slot holds it. */
export interface KeptBallot {
  /** SHA-256 of the serial: one ballot, one slot */
  readonly nullifier: Uint8Array
  /** SHA-256 of what its owner shows to look it up or to take it back */
  readonly check: Uint8Array
  /** everything else, unread here */
  readonly payload: Uint8Array
}

const hashBytes = 32
const taken = 1
const nullifierAt = 1
const checkAt = nullifierAt + hashBytes
const lengthAt = checkAt + hashBytes
const payloadAt = lengthAt + 4

/** @returns how many bytes a slot needs for payloads of at most so many */
export function slotBytesFor(payloadBytes: number): number {
  return payloadAt + payloadBytes
}

/** Writes a ballot to the size of a slot. @throws RangeError for what does not fit */
export function writeSlot(ballot: KeptBallot, slotBytes: number): Uint8Array {
  const { nullifier, check, payload } = ballot
  if (nullifier.length !== hashBytes || check.length !== hashBytes) {
    throw new RangeError(`expected hashes of ${hashBytes} bytes`)
  }
  if (payload.length > slotBytes - payloadAt) {
    throw new RangeError(
      `expected at most ${slotBytes - payloadAt} bytes in a slot, got ${payload.length}`,
    )
  }
  const slot = new Uint8Array(slotBytes)
  slot[0] = taken
  slot.set(nullifier, nullifierAt)
  slot.set(check, checkAt)
  new DataView(slot.buffer).setUint32(lengthAt, payload.length)
  slot.set(payload, payloadAt)
  return slot
}

export function readSlot(slot: Uint8Array): KeptBallot {
  const length = new DataView(slot.buffer, slot.byteOffset).getUint32(lengthAt)
  return {
    nullifier: nullifierIn(slot),
    check: checkIn(slot),
    payload: slot.slice(payloadAt, payloadAt + length),
  }
}

export function isTaken(slot: Uint8Array): boolean {
  return slot[0] === taken
}

export function nullifierIn(slot: Uint8Array): Uint8Array {
  return slot.subarray(nullifierAt, nullifierAt + hashBytes)
}

/** Whether a check value is that of the ballot in a slot, told in constant time. */
export function isOwner(slot: Uint8Array, check: Uint8Array): boolean {
  return check.length === hashBytes && timingSafeEqual(checkIn(slot), check)
}

function checkIn(slot: Uint8Array): Uint8Array {
  return slot.subarray(checkAt, checkAt + hashBytes)
}
