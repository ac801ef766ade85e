import { planForSeats } from '../assessments/plan-for-groups.ts'
import { sessionsFor } from '../group-studies/groups-of.ts'
import { dayOf } from '../group-studies/plan-session.ts'
import { changeBox } from './change-box.ts'
import type { SeatReach } from './read-booking.ts'
import { destroySeatKey } from './seat-keys.ts'
import { listBoxes, removeBox } from './store.ts'

/**
 * Forgets the seats of a session the day after it, and everything where no group is held any
 * more. Part of the clock; can be repeated.
 */
export async function forgetSeats(reach: SeatReach): Promise<void> {
  const today = dayOf(reach.clock.now())
  for (const id of await listBoxes(reach.db)) {
    if (!(await planForSeats(reach, id))) {
      await removeBox(reach.db, id)
      destroySeatKey(reach, id)
      continue
    }
    const sessions = await sessionsFor(reach, id)
    const coming = new Set<string>(
      sessions.filter(({ day }) => day >= today).map((session) => session.id),
    )
    await changeBox(reach, id, (box) =>
      [...box.keys()].every((session) => coming.has(session))
        ? box
        : new Map([...box].filter(([session]) => coming.has(session))),
    )
  }
}
