import { layOut, type UnitSize } from './layout.ts'
import type { SlotStore } from './open-slots.ts'
import { sealBucket } from './sealed-bucket.ts'
import { findLayout, insertBucket, lockSlots, removeSlots, saveLayout } from './store.ts'

/**
 * Makes the slots of an assessment, as many in each unit as it counts people, all empty and
 * looking like full ones. Repeating it changes nothing.
 *
 * @param slotBytes see `slotBytesFor`
 */
export async function createSlots(
  { ballots, keys }: SlotStore,
  assessment: string,
  units: readonly UnitSize[],
  slotBytes: number,
): Promise<void> {
  const { sealing, epoch } = keys.create(assessment)
  const layout = layOut(units, slotBytes)
  await ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    if (await findLayout(db, assessment)) return
    await saveLayout(db, assessment, { units, slotBytes, epoch })
    for (const place of layout.places) {
      const sealed = sealBucket({ assessment, place, slotBytes, sealing }, [])
      await insertBucket(db, assessment, { row: place.row, sealed })
    }
  })
}

/** Destroys the key first, which shreds every copy, then the rows. Can be repeated. */
export async function destroySlots(
  { ballots, keys, casting, layouts }: SlotStore,
  assessment: string,
): Promise<void> {
  keys.destroy(assessment)
  casting.delete(assessment)
  layouts.delete(assessment)
  await ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    await removeSlots(db, assessment)
  })
}
