import type { BucketPlace } from './layout.ts'
import { OpenBuckets } from './open-buckets.ts'
import type { SlotStore } from './open-slots.ts'
import { NoSlots, reachSlots } from './reach-slots.ts'
import { DamagedBucket } from './sealed-bucket.ts'
import { type BucketRow, findLayout } from './store.ts'

/**
 * The buckets of an assessment for a copy that leaves the store, unit by unit, each sealed anew
 * and in a new order: two copies have no block in common, not even of a unit that nobody answered
 * in between, and neither has one with the store. Ballots can be cast meanwhile, and nothing is
 * written; a unit is copied as it is at one moment.
 *
 * @throws DamagedBucket at the first bucket that was tampered with; NoSlots, also when the
 *   slots are destroyed meanwhile
 */
export async function* slotsAnew(
  store: SlotStore,
  assessment: string,
): AsyncGenerator<readonly BucketRow[]> {
  const { layout } = await reachSlots(store, store.ballots, assessment)
  for (const places of layout.units.values()) {
    yield await unitAnew(store, assessment, places).catch((error: unknown) =>
      explained(store, assessment, error),
    )
  }
}

async function unitAnew(
  store: SlotStore,
  assessment: string,
  places: readonly BucketPlace[],
): Promise<readonly BucketRow[]> {
  const atOneMoment = store.ballots.transaction().setIsolationLevel('repeatable read')
  const buckets = await atOneMoment.execute(async (db) => {
    const opened = new OpenBuckets(await reachSlots(store, db, assessment))
    await opened.fetch(places)
    return opened
  })
  // Opened and sealed once others can write again.
  for (const place of places) await buckets.taken(place)
  return buckets.sealed()
}

/** What was just destroyed looks like damage. */
async function explained(
  { ballots }: SlotStore,
  assessment: string,
  error: unknown,
): Promise<never> {
  const isGone =
    error instanceof DamagedBucket && !(await findLayout(ballots, assessment))
  throw isGone ? new NoSlots('an assessment has no slots') : error
}
