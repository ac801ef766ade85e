import { createHmac } from 'node:crypto'

/** A reporting unit and how many people it counts, from the manifest. */
export interface UnitSize {
  readonly id: string
  readonly headcount: number
}

/** Some of the slots of a unit, sealed and written together. */
export interface BucketPlace {
  readonly unit: string
  /** counted through the assessment, unit after unit: names its row */
  readonly row: number
  /** counted within the unit */
  readonly index: number
  readonly slots: number
}

/** The slots of an assessment: as many in each unit as it counts people. */
export interface Layout {
  readonly slotBytes: number
  readonly units: ReadonlyMap<string, readonly BucketPlace[]>
  /** all of them, by row */
  readonly places: readonly BucketPlace[]
}

const mostSlots = 32

/**
 * Splits every unit into as few buckets of at most 32 slots as hold its people, as equal as
 * can be: a unit of 33 gets 16 and 17. No slot is spare, so that a unit takes exactly as many
 * ballots as it counts people.
 *
 * @throws RangeError for a head count that is no whole number above 0, or a unit named twice
 */
export function layOut(units: readonly UnitSize[], slotBytes: number): Layout {
  let row = 0
  const places = units.map(({ id, headcount }) => {
    if (!Number.isSafeInteger(headcount) || headcount < 1) {
      throw new RangeError(`expected a head count above 0, got ${headcount}`)
    }
    const buckets = Math.ceil(headcount / mostSlots)
    const ofUnit = Array.from({ length: buckets }, (_, index) => ({
      unit: id,
      row: row + index,
      index,
      slots: Math.floor((headcount + index) / buckets),
    }))
    row += buckets
    return [id, ofUnit] as const
  })
  const byUnit = new Map(places)
  if (byUnit.size !== units.length) throw new RangeError('expected each unit once')
  return { slotBytes, units: byUnit, places: places.flatMap(([, ofUnit]) => ofUnit) }
}

/** Where a ballot goes by itself, and who gives way when a bucket is full. */
export interface Placing {
  /** the index of the first bucket to try */
  readonly home: number
  /** in a full bucket the higher rank gives way */
  readonly rank: bigint
}

/** Keyed, so that nobody outside can choose a serial that lands in a chosen bucket. */
export function placingOf(
  placingKey: Uint8Array,
  nullifier: Uint8Array,
  buckets: number,
): Placing {
  const mark = createHmac('sha256', placingKey).update(nullifier).digest()
  return {
    home: Number(mark.readBigUInt64BE(0) % BigInt(buckets)),
    rank: mark.readBigUInt64BE(8),
  }
}
