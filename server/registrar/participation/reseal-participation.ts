import { OpenBlobs, reachParticipation } from './open-blobs.ts'
import type { ParticipationStore } from './open-participation.ts'
import { lockParticipation } from './store.ts'

/**
 * Seals the participation of every unit anew, in one transaction: two copies with this between
 * them have no block in common, and no row shows any more in which unit somebody came last.
 *
 * @throws DamagedParticipation at the first unit that was tampered with
 */
export async function resealParticipation(
  store: ParticipationStore,
  assessment: string,
): Promise<void> {
  await store.db.transaction().execute(async (db) => {
    await lockParticipation(db, assessment)
    const reach = await reachParticipation(store, db, assessment)
    const blobs = new OpenBlobs(reach)
    await blobs.fetch([...reach.units.values()])
    for (const unit of reach.units.values()) await blobs.marks(unit)
    await blobs.save()
  })
}
