import { seatsOfGroup } from '#surveys/focus-group-guide.ts'
import type { SignedIn } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForHeldGroups } from '../assessments/plan-for-groups.ts'
import { sessionsFor } from '../group-studies/groups-of.ts'
import { dayOf } from '../group-studies/plan-session.ts'
import { makeBox, readBox } from './change-box.ts'
import type { SeatsOfGroups, Taken } from './contract.ts'
import type { SeatReach, Session } from './read-booking.ts'
import { bookingToken } from './seat-keys.ts'

const dayMilliseconds = 24 * 3_600_000

/**
 * Where seats are taken, and how full the sessions are: in bands, so that nobody can watch a
 * number rise while somebody sits at a screen. The number is told to whoever holds the
 * session, and to both sides from the day before.
 */
export async function seatsOf(
  reach: SeatReach,
  person: SignedIn,
  id: AssessmentId,
): Promise<SeatsOfGroups> {
  await planForHeldGroups(reach, person, id)
  await makeBox(reach, id)
  const box = await readBox(reach, id)
  const tomorrow = dayOf(new Date(reach.clock.now().getTime() + dayMilliseconds))
  const sessions = await sessionsFor(reach, id)
  return {
    link: bookingLink(reach, id),
    sessions: sessions
      .filter(({ state }) => state === 'invited')
      .map((session) => ({
        session: session.id,
        taken: takenFor(person, session, box.get(session.id)?.size ?? 0, tomorrow),
      })),
  }
}

/** The address where seats of an assessment are taken, its secret behind the #. */
export function bookingLink(reach: Pick<SeatReach, 'config'>, id: AssessmentId): string {
  return `${reach.config.origin}/groups/${id}#${bookingToken(reach, id)}`
}

function takenFor(
  person: SignedIn,
  { day, seats, facilitator }: Session,
  count: number,
  tomorrow: string,
): Taken {
  const isTheirs = person.role === 'facilitator' && person.userId === facilitator
  const isNear = person.role !== 'facilitator' && day <= tomorrow
  if (isTheirs || isNear) return { kind: 'count', count }
  if (count >= seats) return { kind: 'band', band: 'full' }
  const band = count >= seatsOfGroup.fewest ? 'enough' : 'not-enough'
  return { kind: 'band', band }
}
