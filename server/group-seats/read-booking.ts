import { readSeatCode } from '#surveys/seat-code.ts'
import { AssessmentId } from '../assessments/contract.ts'
import { type PlanForGroups, planForSeats } from '../assessments/plan-for-groups.ts'
import { sessionsFor } from '../group-studies/groups-of.ts'
import { dayOf } from '../group-studies/plan-session.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { LookAtSeats } from './contract.ts'
import { hashOfSeat } from './seat-box.ts'
import { isBookingToken } from './seat-keys.ts'

export type SeatReach = Pick<Services, 'db' | 'config' | 'clock'>

/** A session as the page of seats knows it. */
export type Session = Awaited<ReturnType<typeof sessionsFor>>[number]

/** What a valid link leads to. */
export interface Booking {
  readonly assessment: AssessmentId
  readonly plan: PlanForGroups
  /** every session, also those that are over */
  readonly sessions: readonly Session[]
  /** whether seats of a session may be taken now */
  readonly isOpen: (session: Session) => boolean
}

/** @throws Refusal 'booking-link-unknown', also where no groups are held any more */
export async function readBooking(
  reach: SeatReach,
  { assessment, token }: LookAtSeats,
): Promise<Booking> {
  const id = AssessmentId.parse(assessment)
  if (!isBookingToken(reach, id, token)) throw new Refusal('booking-link-unknown')
  const plan = await planForSeats(reach, id)
  if (!plan) throw new Refusal('booking-link-unknown')
  const today = dayOf(reach.clock.now())
  return {
    assessment: id,
    plan,
    sessions: await sessionsFor(reach, id),
    isOpen: ({ state, day }) => state === 'invited' && day >= today,
  }
}

/**
 * What is kept of a code as somebody typed it.
 *
 * @throws Refusal 'seat-code-mistyped'
 */
export function hashOfTyped(assessment: AssessmentId, typed: string): string {
  const code = readSeatCode(typed)
  if (code === null) throw new Refusal('seat-code-mistyped')
  return hashOfSeat(assessment, code)
}
