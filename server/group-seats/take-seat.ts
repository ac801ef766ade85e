import { Refusal } from '../refusal.ts'
import { changeBox, makeBox, readBox } from './change-box.ts'
import type { LookAtSeats, OfSeat, Seat, SeatsPage, TakeSeat } from './contract.ts'
import { countSeat, uncountSeat } from './pace.ts'
import {
  type Booking,
  hashOfTyped,
  readBooking,
  type SeatReach,
  type Session,
} from './read-booking.ts'
import type { SeatBox } from './seat-box.ts'

const fewSeats = 2

/** The sessions whose seats may be taken, the same for everybody who has the link. */
export async function showSeats(
  reach: SeatReach,
  asked: LookAtSeats,
): Promise<SeatsPage> {
  const { assessment, plan, sessions, isOpen } = await readBooking(reach, asked)
  const box = await readBox(reach, assessment)
  const { organization, example, languages, contacts } = plan
  return {
    organization,
    example,
    languages,
    contacts,
    sessions: sessions.filter(isOpen).map((session) => ({
      ...shown(session, box),
      place: session.mode === 'online' ? null : session.place,
    })),
  }
}

/**
 * Gives a seat to whoever has drawn a code, or moves the seat that the code has. Asking again
 * for the same changes nothing, so that a reply that was lost costs nobody their seat.
 *
 * @param address where the request comes from, for the pace; it is kept nowhere
 * @throws Refusal 'session-not-found', 'session-cancelled', 'session-over', 'session-full',
 *   'seat-code-mistyped' or 'too-many-seats'
 */
export async function takeSeat(
  reach: SeatReach,
  { session: wanted, code, ...asked }: TakeSeat,
  address: string,
): Promise<Seat> {
  const booking = await readBooking(reach, asked)
  const { assessment } = booking
  const hash = hashOfTyped(assessment, code)
  const session = openSession(booking, wanted)
  await makeBox(reach, assessment)
  const isNew = seatIn(await readBox(reach, assessment), hash) === undefined
  if (isNew) countSeat(reach.clock, assessment, address)
  try {
    await changeBox(reach, assessment, (box) => seated(box, session, hash))
  } catch (error) {
    if (isNew) uncountSeat(assessment, address)
    throw error
  }
  return seatOf(session, await readBox(reach, assessment))
}

/** The seat a code has. @throws Refusal 'seat-code-mistyped' or 'seat-code-unknown' */
export async function findSeat(
  reach: SeatReach,
  { code, ...asked }: OfSeat,
): Promise<Seat> {
  const { assessment, sessions } = await readBooking(reach, asked)
  const box = await readBox(reach, assessment)
  const found = seatIn(box, hashOfTyped(assessment, code))
  const session = sessions.find(({ id }) => id === found)
  if (!session) throw new Refusal('seat-code-unknown')
  return seatOf(session, box)
}

/** Frees the seat of a code. @throws Refusal 'seat-code-mistyped' or 'seat-code-unknown' */
export async function giveSeatBack(
  reach: SeatReach,
  { code, ...asked }: OfSeat,
): Promise<void> {
  const { assessment } = await readBooking(reach, asked)
  const hash = hashOfTyped(assessment, code)
  await changeBox(reach, assessment, (box) => {
    if (seatIn(box, hash) === undefined) throw new Refusal('seat-code-unknown')
    return without(box, hash)
  })
}

function openSession({ sessions, isOpen }: Booking, wanted: string): Session {
  const session = sessions.find(({ id }) => id === wanted)
  if (!session || session.state === 'planned') throw new Refusal('session-not-found')
  if (session.state === 'cancelled') throw new Refusal('session-cancelled')
  if (!isOpen(session)) throw new Refusal('session-over')
  return session
}

function seated(box: SeatBox, { id, seats }: Session, hash: string): SeatBox {
  const here = box.get(id) ?? new Set()
  if (here.has(hash)) return box
  if (here.size >= seats) throw new Refusal('session-full')
  return new Map(without(box, hash)).set(id, new Set([...here, hash]))
}

const without = (box: SeatBox, hash: string): SeatBox =>
  new Map(
    [...box].map(([session, hashes]) => [
      session,
      new Set([...hashes].filter((one) => one !== hash)),
    ]),
  )

const seatIn = (box: SeatBox, hash: string): string | undefined =>
  [...box].find(([, hashes]) => hashes.has(hash))?.[0]

const seatOf = (session: Session, box: SeatBox): Seat => ({
  session: shown(session, box),
  cancelled: session.state === 'cancelled',
})

function shown(session: Session, box: SeatBox): Seat['session'] {
  const { id, type, day, time, minutes, mode, place, language, seats } = session
  const left = seats - (box.get(id)?.size ?? 0)
  const free = left <= 0 ? 'full' : left <= fewSeats ? 'few' : 'left'
  return { id, type, day, time, minutes, mode, place, language, free }
}
