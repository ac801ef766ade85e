import type { SlotStore } from './open-slots.ts'
import { NoSlots } from './reach-slots.ts'
import { findEpoch, lockSlots, saveEpoch } from './store.ts'

/**
 * Database and key file count together: with every start both go one up. A database put back
 * from an earlier copy is behind its key file, and ballots cast since then are missing from it.
 * One put back from a backup is behind every key file: there the count is −1.
 */

/** Which side was put back from an earlier copy. */
export type Restored = 'neither' | 'database' | 'keys'

/** @throws NoSlots when there are no slots, or no key to them */
export async function isRestored(
  { ballots, keys }: SlotStore,
  assessment: string,
): Promise<Restored> {
  const { kept, ofKey } = await epochs({ db: ballots, keys }, assessment)
  if (kept < ofKey) return 'database'
  // A crash between the two steps of raising leaves the key file one behind.
  return kept > ofKey + 1 ? 'keys' : 'neither'
}

/**
 * Moves both counts on, so that from now on an earlier copy is known as one.
 *
 * @returns false, and changes nothing, where one side is already known to be put back
 */
export async function raiseEpoch(store: SlotStore, assessment: string): Promise<boolean> {
  if ((await isRestored(store, assessment)) !== 'neither') return false
  await acceptRestored(store, assessment)
  return true
}

/** Makes both counts equal again, once people have decided to go on with what was put back. */
export async function acceptRestored(
  { ballots, keys }: SlotStore,
  assessment: string,
): Promise<void> {
  const next = await ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    const { kept, ofKey } = await epochs({ db, keys }, assessment)
    const raised = Math.max(kept, ofKey) + 1
    await saveEpoch(db, assessment, raised)
    return raised
  })
  keys.saveEpoch(assessment, next)
}

async function epochs(
  { db, keys }: Pick<SlotStore, 'keys'> & { readonly db: SlotStore['ballots'] },
  assessment: string,
): Promise<{ readonly kept: number; readonly ofKey: number }> {
  const kept = await findEpoch(db, assessment)
  const ofKey = keys.read(assessment)?.epoch
  if (kept === undefined || ofKey === undefined) {
    throw new NoSlots('an assessment has no slots')
  }
  return { kept, ofKey }
}
