import type { BallotDatabase } from '../../database/ballots.ts'
import { raiseEpoch } from './epoch.ts'
import type { BucketPlace } from './layout.ts'
import { OpenBuckets } from './open-buckets.ts'
import type { SlotStore } from './open-slots.ts'
import { reachSlots } from './reach-slots.ts'
import { findEpoch, insertBucket, lockSlots, saveLayout } from './store.ts'

/**
 * Copies the slots of an assessment into another database, on whatever engine, each bucket
 * sealed anew: two copies have no block in common, not even of a unit that nobody answered in
 * between. Ballots can be cast meanwhile; a unit is copied as it is at one moment.
 *
 * From then on the copy is known as an earlier one (see `isRestored`).
 *
 * @param to without slots of this assessment
 * @throws DamagedBucket at the first bucket that was tampered with; NoSlots
 */
export async function copySlots(
  store: SlotStore,
  assessment: string,
  to: BallotDatabase,
): Promise<void> {
  const { layout } = await reachSlots(store, store.ballots, assessment)
  const epoch = (await findEpoch(store.ballots, assessment)) ?? 0
  const units = [...layout.units].map(([id, places]) => ({
    id,
    headcount: places.reduce((sum, { slots }) => sum + slots, 0),
  }))
  await to.transaction().execute(async (copy) => {
    await saveLayout(copy, assessment, { units, slotBytes: layout.slotBytes, epoch })
    for (const places of layout.units.values()) {
      for (const bucket of await sealedAnew(store, assessment, places)) {
        await insertBucket(copy, assessment, bucket)
      }
    }
  })
  await raiseEpoch(store, assessment)
}

function sealedAnew(
  store: SlotStore,
  assessment: string,
  places: readonly BucketPlace[],
) {
  return store.ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    const buckets = new OpenBuckets(await reachSlots(store, db, assessment))
    await buckets.fetch(places)
    for (const place of places) await buckets.taken(place)
    return buckets.sealed()
  })
}
