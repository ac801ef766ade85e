import { type BucketPlace, type Placing, placingOf } from './layout.ts'
import { nullifierIn } from './slot.ts'

/** The buckets of one unit, opened as they are asked for. */
export interface OpenUnit {
  readonly places: readonly BucketPlace[]
  readonly placing: Uint8Array
  /** @returns the taken slots of a bucket */
  taken(index: number): Promise<readonly Uint8Array[]>
  replace(index: number, taken: readonly Uint8Array[]): void
}

export interface FoundSlot {
  readonly index: number
  readonly slot: Uint8Array
}

/**
 * Where every ballot lies follows from which ballots there are, and not from the order in
 * which they came: each goes to its home bucket or, while that is full, to the next one round
 * the unit, and in a full bucket the highest rank gives way. All orders of putting and taking
 * back end in the same stable assignment, because all buckets rank ballots alike (Gale and
 * Shapley 1962; with one ranking there is only one). A ballot that is not at home therefore
 * does not tell that it came late.
 */

/** @returns where a ballot lies, or null when it is not there */
export async function findSlot(
  unit: OpenUnit,
  nullifier: Uint8Array,
): Promise<FoundSlot | null> {
  const { home, rank } = placed(unit, nullifier)
  for (const index of roundFrom(unit, home)) {
    const taken = await unit.taken(index)
    const slot = taken.find((each) => isSame(nullifierIn(each), nullifier))
    if (slot) return { index, slot }
    if (!isFull(unit, index, taken)) return null
    if (taken.some((each) => rankOf(unit, each) > rank)) return null
  }
  return null
}

/** Puts a ballot where it belongs, in place of the one with its nullifier if there is one. */
export async function putSlot(
  unit: OpenUnit,
  slot: Uint8Array,
): Promise<'stored' | 'replaced' | 'full'> {
  const found = await findSlot(unit, nullifierIn(slot))
  if (found) {
    const taken = await unit.taken(found.index)
    unit.replace(
      found.index,
      taken.map((each) => (each === found.slot ? slot : each)),
    )
    return 'replaced'
  }
  const changes = new Map<number, readonly Uint8Array[]>()
  let moving = slot
  for (const index of roundFrom(unit, placed(unit, nullifierIn(slot)).home)) {
    const all = [...(await unit.taken(index)), moving]
    if (all.length <= slotsOf(unit, index)) {
      for (const [changed, taken] of changes) unit.replace(changed, taken)
      unit.replace(index, all)
      return 'stored'
    }
    moving = highestRank(unit, all)
    changes.set(
      index,
      all.filter((each) => each !== moving),
    )
  }
  return 'full'
}

/** Takes a ballot out, and lets those that had to give way to it move up. */
export async function removeSlot(unit: OpenUnit, found: FoundSlot): Promise<void> {
  const taken = await unit.taken(found.index)
  const wasFull = isFull(unit, found.index, taken)
  const filler = wasFull ? await firstToMoveUp(unit, found.index) : null
  if (filler) await removeSlot(unit, filler)
  unit.replace(found.index, [
    ...taken.filter((each) => each !== found.slot),
    ...(filler ? [filler.slot] : []),
  ])
}

/** The lowest rank among the ballots that passed a full bucket on their way. */
async function firstToMoveUp(unit: OpenUnit, free: number): Promise<FoundSlot | null> {
  let first: FoundSlot | null = null
  for (const index of roundFrom(unit, free).slice(1)) {
    const taken = await unit.taken(index)
    for (const slot of taken) {
      const { home } = placed(unit, nullifierIn(slot))
      const passed = steps(unit, home, free) < steps(unit, home, index)
      if (passed && (!first || rankOf(unit, slot) < rankOf(unit, first.slot))) {
        first = { index, slot }
      }
    }
    if (!isFull(unit, index, taken)) break
  }
  return first
}

function highestRank(unit: OpenUnit, slots: readonly Uint8Array[]): Uint8Array {
  return slots.reduce((high, slot) =>
    rankOf(unit, slot) > rankOf(unit, high) ? slot : high,
  )
}

function rankOf(unit: OpenUnit, slot: Uint8Array): bigint {
  return placed(unit, nullifierIn(slot)).rank
}

function placed({ places, placing }: OpenUnit, nullifier: Uint8Array): Placing {
  return placingOf(placing, nullifier, places.length)
}

function roundFrom({ places }: OpenUnit, home: number): readonly number[] {
  return places.map((_, step) => (home + step) % places.length)
}

function steps({ places }: OpenUnit, from: number, to: number): number {
  return (to - from + places.length) % places.length
}

function slotsOf({ places }: OpenUnit, index: number): number {
  return places[index]?.slots ?? 0
}

function isFull(unit: OpenUnit, index: number, taken: readonly Uint8Array[]): boolean {
  return taken.length >= slotsOf(unit, index)
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
