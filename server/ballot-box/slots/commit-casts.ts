import { Refusal } from '../../refusal.ts'
import type { Cast, CastOutcome } from './cast.ts'
import { companionsOf } from './companions.ts'
import { OpenBuckets } from './open-buckets.ts'
import type { SlotStore } from './open-slots.ts'
import { reachSlots } from './reach-slots.ts'
import { DamagedBucket } from './sealed-bucket.ts'
import { findSlot, type OpenUnit, putSlot, removeSlot } from './settle.ts'
import { isOwner } from './slot.ts'
import { lockSlots } from './store.ts'

/**
 * Writes several casts in one transaction: all are durable when it returns, or none is and it
 * throws. A bucket that was tampered with fails only the casts that need it.
 *
 * @throws Refusal 'survey-closed' where another process has closed the survey meanwhile
 */
export async function commitCasts(
  store: SlotStore,
  assessment: string,
  casts: readonly Cast[],
): Promise<readonly CastOutcome[]> {
  return store.ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    if (!(await store.isOpen(db, assessment))) throw new Refusal('survey-closed')
    const reach = await reachSlots(store, db, assessment)
    const buckets = new OpenBuckets(reach)
    const touched = companionsOf(reach, casts)
    await buckets.fetch(touched)
    const outcomes: CastOutcome[] = []
    for (const cast of casts) {
      const places = reach.layout.units.get(cast.unit) ?? []
      outcomes.push(await outcomeOf(() => apply(buckets.unit(places), cast)))
    }
    for (const place of touched) await outcomeOf(() => buckets.taken(place))
    await buckets.save()
    return outcomes
  })
}

async function apply(unit: OpenUnit, cast: Cast): Promise<CastOutcome> {
  if (cast.kind === 'put') return putSlot(unit, cast.slot)
  const found = unit.places.length > 0 && (await findSlot(unit, cast.nullifier))
  if (!found || !isOwner(found.slot, cast.check)) return 'absent'
  await removeSlot(unit, found)
  return 'withdrawn'
}

async function outcomeOf<Outcome>(
  work: () => Promise<Outcome>,
): Promise<Outcome | DamagedBucket> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DamagedBucket) return error
    throw error
  }
}
