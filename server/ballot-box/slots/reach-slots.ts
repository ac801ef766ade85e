import type { BallotDatabase } from '../../database/ballots.ts'
import type { SlotReach } from './open-buckets.ts'
import type { SlotStore } from './open-slots.ts'
import { findLayout } from './store.ts'

/** The slots of an assessment were never made, or were destroyed. */
export class NoSlots extends Error {
  override readonly name = 'NoSlots'
}

/** @throws NoSlots when slots or their key are not there */
export async function reachSlots(
  { keys, layouts }: Pick<SlotStore, 'keys' | 'layouts'>,
  db: BallotDatabase,
  assessment: string,
): Promise<SlotReach> {
  const key = keys.read(assessment)
  if (!key) throw new NoSlots('an assessment has no slots')
  const layout = layouts.get(assessment) ?? (await findLayout(db, assessment))
  if (!layout) throw new NoSlots('an assessment has no slots')
  layouts.set(assessment, layout)
  return { db, assessment, layout, key }
}
