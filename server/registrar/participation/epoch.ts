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

/** @throws NoParticipation when it was never begun, or its key is gone */
export async function isParticipationRestored(
  { db: office, keys }: ParticipationStore,
  assessment: string,
): Promise<Restored> {
  const { kept, ofKey } = await epochs({ db: office, keys }, assessment)
  if (kept < ofKey) return 'database'
  // A crash between the two steps of raising leaves the key file one behind.
  return kept > ofKey + 1 ? 'keys' : 'neither'
}

/**
 * Moves both counts on, so that from now on an earlier copy is known as one.
 *
 * @returns false, and changes nothing, where one side is already known to be put back
 */
export async function raiseParticipationEpoch(
  store: ParticipationStore,
  assessment: string,
): Promise<boolean> {
  if ((await isParticipationRestored(store, assessment)) !== 'neither') return false
  await acceptRestoredParticipation(store, assessment)
  return true
}

/** Makes both counts equal again, once people have decided to go on with what was put back. */
export async function acceptRestoredParticipation(
  { db: office, keys }: ParticipationStore,
  assessment: string,
): Promise<void> {
  const next = await office.transaction().execute(async (db) => {
    await lockParticipation(db, assessment)
    const { kept, ofKey } = await epochs({ db, keys }, assessment)
    const raised = Math.max(kept, ofKey) + 1
    await saveEpoch(db, assessment, raised)
    return raised
  })
  keys.saveEpoch(assessment, next)
}

async function epochs(
  {
    db,
    keys,
  }: Pick<ParticipationStore, 'keys'> & { readonly db: ParticipationStore['db'] },
  assessment: string,
): Promise<{ readonly kept: number; readonly ofKey: number }> {
  const kept = await findEpoch(db, assessment)
  const ofKey = keys.read(assessment)?.epoch
  if (kept === undefined || ofKey === undefined) {
    throw new NoParticipation('an assessment has no participation')
  }
  return { kept, ofKey }
}
