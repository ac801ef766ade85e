import { NoParticipation } from './open-blobs.ts'
import type { ParticipationStore } from './open-participation.ts'
import { findEpoch, lockParticipation, saveEpoch } from './store.ts'

/**
 * Database and key file count together: with every start, and every minute, both go one up. A
 * database put back from an earlier copy is behind its key file, and who collected since
 * then could collect again. One put back from a backup is behind every key file: there the
 * count is −1.
 */

/** Which side was put back from an earlier copy. */
export type Restored = 'neither' | 'database' | 'keys'

/** @throws NoParticipation when there is no participation, or no key to it */
export async function isParticipationRestored(
  { db: office, keys }: ParticipationStore,
  assessment: string,
): Promise<Restored> {
  return office.transaction().execute(async (db) => {
    await lockParticipation(db, assessment)
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
export function raiseParticipationEpoch(
  store: ParticipationStore,
  assessment: string,
): Promise<boolean> {
  return moveOn(store, assessment, (counts) => sideOf(counts) === 'neither')
}

/** Makes both counts equal again, once people have decided to go on with what was put back. */
export async function acceptRestoredParticipation(
  store: ParticipationStore,
  assessment: string,
): Promise<void> {
  await moveOn(store, assessment, () => true)
}

/**
 * Database first, then the key file, each under the lock: of several processes that move on at
 * the same moment none leaves the file more than one behind, or sees the counts half moved.
 */
async function moveOn(
  { db: office, keys }: ParticipationStore,
  assessment: string,
  may: (counts: Epochs) => boolean,
): Promise<boolean> {
  const hasMoved = await office.transaction().execute(async (db) => {
    await lockParticipation(db, assessment)
    const counts = await epochs({ db, keys }, assessment)
    if (!may(counts)) return false
    const latest = Math.max(counts.kept, counts.ofKey)
    keys.saveEpoch(assessment, latest)
    await saveEpoch(db, assessment, latest + 1)
    return true
  })
  if (!hasMoved) return false
  await office.transaction().execute(async (db) => {
    await lockParticipation(db, assessment)
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
  {
    db,
    keys,
  }: Pick<ParticipationStore, 'keys'> & { readonly db: ParticipationStore['db'] },
  assessment: string,
): Promise<Epochs> {
  const kept = await findEpoch(db, assessment)
  const ofKey = keys.read(assessment)?.epoch
  if (kept === undefined || ofKey === undefined) {
    throw new NoParticipation('an assessment has no participation')
  }
  return { kept, ofKey }
}
