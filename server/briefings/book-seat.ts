import { readSeatCode } from '#surveys/seat-code.ts'
import { countSeat, uncountSeat } from '../group-seats/pace.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { changeBox, readBox } from './change-box.ts'
import { beginOf, bookableIn } from './describe-briefing.ts'
import type { OpenProgram } from './open-program.ts'
import { seatsIn } from './plan-briefings.ts'
import { hashOfSeat, type SeatBox } from './seat-box.ts'
import type { StoredBriefing } from './store.ts'

export type SeatReach = Pick<Services, 'db' | 'config' | 'clock'>

/** A seat, by the session it is in. */
export interface SeatFound {
  readonly briefing: StoredBriefing
  /** the code as it is written */
  readonly code: string
}

/**
 * Gives a seat to a code, or moves the seat that the code has. Asking again for the same changes
 * nothing, so that a reply that was lost costs nobody their seat.
 *
 * @param address where the request comes from, for the pace; it is kept nowhere
 * @returns whether the code had a seat elsewhere before
 * @throws Refusal 'session-not-found', 'session-cancelled', 'session-over', 'session-full',
 *   'briefing-unbooked', 'seat-code-mistyped' or 'too-many-seats'
 */
export async function bookSeat(
  reach: SeatReach,
  program: OpenProgram,
  { session, typed }: { readonly session: string; readonly typed: string },
  address: string,
): Promise<SeatFound & { readonly moved: boolean }> {
  const { id, all } = program
  const code = codeOf(typed)
  const hash = hashOfSeat(id, code)
  const briefing = bookableBriefing(reach, all, session)
  const before = seatIn(await readBox(reach, id), hash)
  const pace = `briefings of ${id}`
  if (before === undefined) countSeat(reach.clock, pace, address)
  try {
    await changeBox(reach, id, seatsIn(all), (box) => seated(box, briefing, hash))
  } catch (error) {
    if (before === undefined) uncountSeat(pace, address)
    throw error
  }
  return { briefing, code, moved: before !== undefined && before !== briefing.id }
}

/** The seat a code has. @throws Refusal 'seat-code-mistyped' or 'seat-code-unknown' */
export async function findSeat(
  reach: SeatReach,
  { id, all }: OpenProgram,
  typed: string,
): Promise<SeatFound> {
  const code = codeOf(typed)
  const found = seatIn(await readBox(reach, id), hashOfSeat(id, code))
  const briefing = all.find((one) => one.id === found)
  if (!briefing) throw new Refusal('seat-code-unknown')
  return { briefing, code }
}

/** Frees the seat of a code. @throws Refusal 'seat-code-mistyped' or 'seat-code-unknown' */
export async function giveSeatBack(
  reach: SeatReach,
  { id, all }: OpenProgram,
  typed: string,
): Promise<void> {
  const hash = hashOfSeat(id, codeOf(typed))
  await changeBox(reach, id, seatsIn(all), (box) => {
    if (seatIn(box, hash) === undefined) throw new Refusal('seat-code-unknown')
    return without(box, hash)
  })
}

/** How many seats may still be booked in a session. */
export const seatsLeft = (briefing: StoredBriefing, box: SeatBox): number =>
  Math.max(0, bookableIn(briefing) - (box.get(briefing.id)?.size ?? 0))

function codeOf(typed: string): string {
  const code = readSeatCode(typed)
  if (code === null) throw new Refusal('seat-code-mistyped')
  return code
}

function bookableBriefing(
  { clock }: Pick<SeatReach, 'clock'>,
  all: readonly StoredBriefing[],
  wanted: string,
): StoredBriefing {
  const briefing = all.find(({ id }) => id === wanted)
  if (!briefing) throw new Refusal('session-not-found')
  if (briefing.state === 'cancelled') throw new Refusal('session-cancelled')
  if (beginOf(briefing) <= clock.now()) throw new Refusal('session-over')
  if (bookableIn(briefing) === 0) throw new Refusal('briefing-unbooked')
  return briefing
}

function seated(box: SeatBox, briefing: StoredBriefing, hash: string): SeatBox {
  const here = box.get(briefing.id) ?? new Set()
  if (here.has(hash)) return box
  if (here.size >= bookableIn(briefing)) throw new Refusal('session-full')
  return new Map(without(box, hash)).set(briefing.id, new Set([...here, hash]))
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
