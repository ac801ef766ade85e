import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  randomInt,
} from 'node:crypto'

/** The seats of all sessions of one assessment: hashes of seat codes by session. */
export type SeatBox = ReadonlyMap<string, ReadonlySet<string>>

const mostSessions = 32
const mostSeats = 12
const idBytes = 16
const hashBytes = 16
const sessionBytes = idBytes + mostSeats * hashBytes
const nonceBytes = 12
const tagBytes = 16

/** @returns what is kept of a seat code: 128 bits of SHA-256, hex */
export function hashOfSeat(assessment: string, code: string): string {
  return createHash('sha256')
    .update(`groundwork seat 1 ${assessment} ${code}`)
    .digest('hex')
    .slice(0, hashBytes * 2)
}

/**
 * The box as it is stored: encrypted, always of one length, with the hashes at random among as
 * many places as there can ever be. It tells without its key neither how many seats are taken
 * nor in which session, and with its key not in which order.
 *
 * @param purpose bound to the box, so that one cannot be put in another's place
 * @returns base64
 * @throws RangeError for more sessions or seats than have room
 */
export function sealBox(key: Uint8Array, purpose: string, box: SeatBox): string {
  const plain = Buffer.alloc(mostSessions * sessionBytes)
  const taken = [...box].filter(([, hashes]) => hashes.size > 0)
  if (taken.length > mostSessions) throw new RangeError('expected at most 32 sessions')
  for (const [index, [session, hashes]] of shuffled(taken).entries()) {
    plain.set(Buffer.from(session.replaceAll('-', ''), 'hex'), index * sessionBytes)
    plain.set(seatsPart(hashes), index * sessionBytes + idBytes)
  }
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const sealed = [cipher.update(plain), cipher.final()]
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64')
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
  return new Map(sessionsIn(plain))
}

/** Hashes at random places, zeros where nobody sits. */
function seatsPart(hashes: ReadonlySet<string>): Buffer {
  if (hashes.size > mostSeats) throw new RangeError('expected at most 12 seats')
  const places = [...hashes, ...Array<string>(mostSeats - hashes.size).fill(nobody)]
  return Buffer.from(shuffled(places).join(''), 'hex')
}

const nobody = '00'.repeat(hashBytes)

function* sessionsIn(plain: Buffer): Generator<[string, ReadonlySet<string>]> {
  for (let at = 0; at < plain.length; at += sessionBytes) {
    const id = plain.subarray(at, at + idBytes).toString('hex')
    if (id === '00'.repeat(idBytes)) continue
    const seats = plain.subarray(at + idBytes, at + sessionBytes).toString('hex')
    const hashes = seats.match(new RegExp(`.{${hashBytes * 2}}`, 'g')) ?? []
    const taken = hashes.filter((hash) => hash !== nobody)
    yield [id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), new Set(taken)]
  }
}

function shuffled<Thing>(things: readonly Thing[]): readonly Thing[] {
  const left = [...things]
  return things.flatMap(() => left.splice(randomInt(left.length), 1))
}
