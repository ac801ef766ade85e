import { planForSeats } from '../assessments/plan-for-groups.ts'
import type { Services } from '../services.ts'
import { changeBox } from './change-box.ts'
import { endOf } from './describe-briefing.ts'
import { seatsIn } from './plan-briefings.ts'
import { listBoxes, listBriefings } from './store.ts'

/** Forgets the seats of a session when it is over. Part of the clock; can be repeated. */
export async function forgetBriefingSeats(
  reach: Pick<Services, 'db' | 'config' | 'clock'>,
): Promise<void> {
  const now = reach.clock.now()
  for (const id of await listBoxes(reach.db)) {
    const isHeld = (await planForSeats(reach, id)) !== undefined
    const all = await listBriefings(reach.db, id)
    const coming = new Set<string>(
      all.filter((one) => isHeld && endOf(one) > now).map((one) => one.id),
    )
    await changeBox(reach, id, seatsIn(all), (box) =>
      [...box.keys()].every((session) => coming.has(session))
        ? box
        : new Map([...box].filter(([session]) => coming.has(session))),
    )
  }
}
