import { setImmediate } from 'node:timers/promises'
import type { ParticipationStore } from './open-participation.ts'
import { type BlobSeal, freeMark, sealBlob } from './sealed-blob.ts'
import {
  findUnits,
  insertBlob,
  lockParticipation,
  removeParticipation,
  saveNewParticipation,
  type UnitPlaces,
} from './store.ts'

/** Before any key file's: what begins with it is known as put back (see `epoch.ts`). */
const epochOfLost = -1

/**
 * Makes room for every person of every unit, nobody bound. Repeating it changes nothing.
 *
 * Where the key has counted already, this assessment was open before and the database was put
 * back from a copy that is older: who collected is lost, and what is made is known as put back.
 */
export async function createParticipation(
  { db, keys }: ParticipationStore,
  assessment: string,
  units: readonly UnitPlaces[],
): Promise<void> {
  const key = keys.create(assessment)
  await db.transaction().execute(async (transaction) => {
    await lockParticipation(transaction, assessment)
    if (await findUnits(transaction, assessment)) return
    const epoch = key.epoch === 0 ? 0 : epochOfLost
    await saveNewParticipation(transaction, assessment, units, epoch)
    for (const unit of units) {
      const seal: BlobSeal = { key, assessment, unit }
      const marks = await nobody(seal)
      await insertBlob(transaction, assessment, unit.id, sealBlob(seal, marks))
    }
  })
}

/** So many marks are made in a few milliseconds. */
const marksInTurn = 500

async function nobody(seal: BlobSeal): Promise<readonly Uint8Array[]> {
  const marks: Uint8Array[] = []
  for (let place = 0; place < seal.unit.headcount; place += 1) {
    if (place % marksInTurn === marksInTurn - 1) await setImmediate()
    marks.push(freeMark(seal, place))
  }
  return marks
}

/** Destroys the key first, which shreds every copy, then the rows. Can be repeated. */
export async function destroyParticipation(
  { db, keys, binding, units }: ParticipationStore,
  assessment: string,
): Promise<void> {
  keys.destroy(assessment)
  binding.delete(assessment)
  units.delete(assessment)
  await db.transaction().execute(async (transaction) => {
    await lockParticipation(transaction, assessment)
    await removeParticipation(transaction, assessment)
  })
}
