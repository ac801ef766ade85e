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
  return ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    return sideOf(await epochs({ db, keys }, assessment))
  })
}

function sideOf({ kept, ofKey }: Epochs): Restored {
  if (kept < ofKey) return 'database'
  // A crash between the two steps of raising leaves the key file one behind.
  return kept > ofKey + 1 ? 'keys' : 'neither'
}

/**
 * Moves both counts on, so that from now on an earlier copy is known as one.
 *
 * @returns false, and changes nothing, where one side is already known to be put back
 */
export function raiseEpoch(store: SlotStore, assessment: string): Promise<boolean> {
  return moveOn(store, assessment, (counts) => sideOf(counts) === 'neither')
}

/** Makes both counts equal again, once people have decided to go on with what was put back. */
export async function acceptRestored(
  store: SlotStore,
  assessment: string,
): Promise<void> {
  await moveOn(store, assessment, () => true)
}

/**
 * Database first, then the key file, each under the lock: of several processes that move on at
 * the same moment none leaves the file more than one behind, or sees the counts half moved.
 */
async function moveOn(
  { ballots, keys }: SlotStore,
  assessment: string,
  may: (counts: Epochs) => boolean,
): Promise<boolean> {
  const hasMoved = await ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    const counts = await epochs({ db, keys }, assessment)
    if (!may(counts)) return false
    const latest = Math.max(counts.kept, counts.ofKey)
    keys.saveEpoch(assessment, latest)
    await saveEpoch(db, assessment, latest + 1)
    return true
  })
  if (!hasMoved) return false
  await ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    const { kept, ofKey } = await epochs({ db, keys }, assessment)
    if (kept === ofKey + 1) keys.saveEpoch(assessment, kept)
  })
  return true
}

interface Epochs {
  readonly kept: number
  readonly ofKey: number
}

async function epochs(
  { db, keys }: Pick<SlotStore, 'keys'> & { readonly db: SlotStore['ballots'] },
  assessment: string,
): Promise<Epochs> {
  const kept = await findEpoch(db, assessment)
  const ofKey = keys.read(assessment)?.epoch
  if (kept === undefined || ofKey === undefined) {
    throw new NoSlots('an assessment has no slots')
  }
  return { kept, ofKey }
}
