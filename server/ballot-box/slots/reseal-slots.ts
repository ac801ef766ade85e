import type { BucketPlace } from './layout.ts'
import { OpenBuckets } from './open-buckets.ts'
import type { SlotStore } from './open-slots.ts'
import { reachSlots } from './reach-slots.ts'
import { shuffled } from './shuffle.ts'
import { lockSlots } from './store.ts'

const mostTogether = 64

/**
 * Seals every bucket anew, in a new order and under a fresh nonce, unit after unit in random
 * order. Of two copies with this between them no two blocks are equal, whether or not anybody
 * cast a ballot; and no row shows any more when one came last. For copies that leave the
 * machine, after closing, and now and then. Ballots can be cast meanwhile.
 *
 * @throws DamagedBucket at the first bucket that was tampered with
 */
export async function resealSlots(store: SlotStore, assessment: string): Promise<void> {
  const { layout } = await reachSlots(store, store.ballots, assessment)
  const units = shuffled([...layout.units.values()])
  let group: BucketPlace[] = []
  for (const place of units.flatMap(shuffled)) {
    group.push(place)
    if (group.length < mostTogether) continue
    await reseal(store, assessment, group)
    group = []
  }
  await reseal(store, assessment, group)
}

async function reseal(
  store: SlotStore,
  assessment: string,
  places: readonly BucketPlace[],
): Promise<void> {
  await store.ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    const buckets = new OpenBuckets(await reachSlots(store, db, assessment))
    await buckets.fetch(places)
    for (const place of places) await buckets.taken(place)
    await buckets.save()
  })
}
