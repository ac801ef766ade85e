import type { Row } from '../../archive/contents.ts'
import type { CopyRow, TablesToCopy } from '../../archive/copy-tables.ts'
import { type Layout, layOut } from '../slots/layout.ts'
import { openBucket, sealBucket } from '../slots/sealed-bucket.ts'
import type { StoreKeys } from '../slots/store-keys.ts'

/** The slots are copied on their own, unit by unit. */
export const boxTables: TablesToCopy = {
  parents: ['box', 'slot_box'],
  leftOut: ['slot_bucket', 'command_session', 'command_obeyed'],
}

/**
 * An earlier number than any key file's: what is put back from a backup is known as put back,
 * however young it is. The real one would tell how often the store was started.
 */
const epochOfCopy = -1

/** Nothing of a survey is left that could be lost. */
export function isOver(box: Row): boolean {
  return box['state'] === 'shredded'
}

/** How slots are laid out; those that no key opens are not copied. */
export function layoutsForBackup(keys: StoreKeys): CopyRow {
  return (row) => (keys.read(idIn(row)) ? { ...row, epoch: epochOfCopy } : null)
}

/**
 * How rows come out of a backup. Slots are sealed anew once more: the store has no block in
 * common with the backup. A survey whose key is gone comes back as what it then is, shredded.
 *
 * @throws DamagedBucket
 */
export function rowsFromBackup(keys: StoreKeys): Readonly<Record<string, CopyRow>> {
  const layouts = new Map<string, Layout>()
  return {
    box: (row) =>
      keys.read(idIn(row)) || isOver(row)
        ? row
        : { ...row, state: 'shredded', signed: null, unit_keys: null },
    slot_box: (row) => {
      layouts.set(idIn(row), layOut(JSON.parse(String(row['units'])), slotBytesIn(row)))
      return keys.read(idIn(row)) ? row : null
    },
    slot_bucket: (row) => sealedAnew(keys, layouts, row),
  }
}

function sealedAnew(
  keys: StoreKeys,
  layouts: ReadonlyMap<string, Layout>,
  row: Row,
): Row | null {
  const assessment = idIn(row)
  const sealing = keys.read(assessment)?.sealing
  const layout = layouts.get(assessment)
  const place = layout?.places[Number(row['bucket'])]
  const { sealed } = row
  if (!sealing) return null
  if (!layout || !place || !(sealed instanceof Uint8Array)) {
    throw new RangeError('expected a bucket of the layout')
  }
  const seal = { sealing, assessment, place, slotBytes: layout.slotBytes }
  return { ...row, sealed: sealBucket(seal, openBucket(seal, sealed)) }
}

const idIn = (row: Row): string => String(row['assessment_id'])
const slotBytesIn = (row: Row): number => Number(row['slot_bytes'])
