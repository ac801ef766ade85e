import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  randomInt,
} from 'node:crypto'

/** The seats of all sessions of one assessment: hashes of seat codes by session. */
export type SeatBox = ReadonlyMap<string, ReadonlySet<string>>

const idBytes = 16
const hashBytes = 16
const seatBytes = idBytes + hashBytes
const nonceBytes = 12
const tagBytes = 16
const fewestPlaces = 256

/** @returns what is kept of a seat code: 128 bits of SHA-256, hex */
export function hashOfSeat(assessment: string, code: string): string {
  return createHash('sha256')
    .update(`groundwork briefing seat 1 ${assessment} ${code}`)
    .digest('hex')
    .slice(0, hashBytes * 2)
}

/** How many places a box has: it follows from the seats that are planned, as everybody knows. */
export function placesFor(seats: number): number {
  let places = fewestPlaces
  while (places < seats) places *= 2
  return places
}

/**
 * The box as it is stored: encrypted, with the seats at random among as many places as there
 * are. Without its key it tells neither how many seats are taken nor in which session, and with
 * its key not in which order.
 *
 * @param purpose bound to the box, so that one cannot be put in another's place
 * @param places at least as many as there are seats taken
 * @returns base64
 */
export function sealBox(
  key: Uint8Array,
  purpose: string,
  box: SeatBox,
  places: number,
): string {
  const taken = [...box].flatMap(([session, hashes]) =>
    [...hashes].map((hash) => session.replaceAll('-', '') + hash),
  )
  const empty = Array<string>(Math.max(0, places - taken.length)).fill(nobody)
  const plain = Buffer.from(shuffled([...taken, ...empty]).join(''), 'hex')
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const sealed = [cipher.update(plain), cipher.final()]
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64')
}

/** How many places a stored box has. */
export function placesIn(sealed: string): number {
  const bytes = Buffer.from(sealed, 'base64').length - nonceBytes - tagBytes
  return bytes / seatBytes
}

/** @throws Error when it was sealed with another key or for another purpose, or was changed */
export function openBox(key: Uint8Array, purpose: string, sealed: string): SeatBox {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  const plain = Buffer.concat([
    decipher.update(bytes.subarray(nonceBytes, -tagBytes)),
    decipher.final(),
  ])
  const box = new Map<string, Set<string>>()
  for (let at = 0; at < plain.length; at += seatBytes) {
    const seat = plain.subarray(at, at + seatBytes).toString('hex')
    if (seat === nobody) continue
    const session = withDashes(seat.slice(0, idBytes * 2))
    box.set(session, (box.get(session) ?? new Set()).add(seat.slice(idBytes * 2)))
  }
  return box
}

const nobody = '00'.repeat(seatBytes)

const withDashes = (id: string): string =>
  id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

function shuffled<Thing>(things: readonly Thing[]): readonly Thing[] {
  const mixed = [...things]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const thing = mixed[last] as Thing // between both ends
    mixed[last] = mixed[other] as Thing
    mixed[other] = thing
  }
  return mixed
}
