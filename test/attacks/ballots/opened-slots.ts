import { readFile } from 'node:fs/promises'
import type { SlotStore } from '#server/ballot-box/slots/open-slots.ts'
import { openBucket } from '#server/ballot-box/slots/sealed-bucket.ts'
import { nullifierIn } from '#server/ballot-box/slots/slot.ts'
import { findBuckets, findLayout } from '#server/ballot-box/slots/store.ts'

/** Where one ballot lies, for somebody who has the key: more than any thief of a file. */
export interface OpenedSlot {
  /** hex */
  readonly nullifier: string
  readonly bucket: number
  /** counted within the bucket */
  readonly slot: number
  /** the bucket as the database holds it */
  readonly sealed: Uint8Array
  /** where the slot begins within it */
  readonly at: number
}

/** Every taken slot of an assessment, in the order of the database. */
export async function openedSlots(
  { ballots, keys }: Pick<SlotStore, 'ballots' | 'keys'>,
  assessment: string,
): Promise<readonly OpenedSlot[]> {
  const layout = await findLayout(ballots, assessment)
  const key = keys.read(assessment)
  if (!layout || !key) throw new Error('expected slots and their key')
  const { places, slotBytes } = layout
  const found = await findBuckets(
    ballots,
    assessment,
    places.map(({ row }) => row),
  )
  return found.flatMap(({ row, sealed }) => {
    const place = places[row]
    if (!place) return []
    const seal = { assessment, place, slotBytes, sealing: key.sealing }
    return openBucket(seal, sealed).map((taken) => {
      const slot = taken.byteOffset / slotBytes
      const nullifier = Buffer.from(nullifierIn(taken)).toString('hex')
      return { nullifier, bucket: row, slot, sealed, at: nonceBytes + taken.byteOffset }
    })
  })
}

const nonceBytes = 12
const mark = 24

/**
 * Where each ballot lies in the raw database file.
 *
 * @returns offsets in the file, in the order of the slots given
 */
export async function offsetsIn(
  path: string,
  slots: readonly OpenedSlot[],
): Promise<readonly number[]> {
  const file = await readFile(path)
  return slots.map(({ sealed, at }) => {
    // A slot can begin at the end of a page and go on in the next one.
    for (const step of [0, mark, 2 * mark]) {
      const piece = sealed.subarray(at + step, at + step + mark)
      const found = file.indexOf(piece)
      if (found >= 0) return found - step
    }
    throw new Error('expected to find a slot in the file')
  })
}
