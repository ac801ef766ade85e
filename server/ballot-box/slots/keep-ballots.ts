import { GroupCommit } from '../../database/group-commit.ts'
import type { Cast, CastOutcome } from './cast.ts'
import { commitCasts } from './commit-casts.ts'
import { OpenBuckets } from './open-buckets.ts'
import type { SlotStore } from './open-slots.ts'
import { reachSlots } from './reach-slots.ts'
import { DamagedBucket } from './sealed-bucket.ts'
import { findSlot } from './settle.ts'
import { shuffled } from './shuffle.ts'
import { isOwner, type KeptBallot, readSlot, writeSlot } from './slot.ts'

/** More would share the wait for the disk as well, and wait longer for each other. */
const mostTogether = 64

/**
 * Keeps a ballot, in place of an earlier one with its nullifier. Durable on return.
 *
 * @returns 'full' when the unit has as many ballots as people
 * @throws DamagedBucket when a bucket it needs was tampered with; NoSlots; RangeError for a
 *   unit there is not, and for a ballot too large
 */
export async function putBallot(
  store: SlotStore,
  assessment: string,
  unit: string,
  ballot: KeptBallot,
): Promise<'stored' | 'replaced' | 'full'> {
  const { layout } = await reachSlots(store, store.ballots, assessment)
  if (!layout.units.has(unit)) throw new RangeError('expected a unit of the assessment')
  const slot = writeSlot(ballot, layout.slotBytes)
  const outcome = await cast(store, assessment, { kind: 'put', unit, slot })
  if (outcome === 'withdrawn' || outcome === 'absent') throw new Error('not put')
  return outcome
}

/** @returns whether a ballot is there and the check value is its own */
export async function hasBallot(
  store: SlotStore,
  assessment: string,
  unit: string,
  nullifier: Uint8Array,
  check: Uint8Array,
): Promise<boolean> {
  // One moment for all buckets: between two of them a ballot can have moved from one to the other.
  const atOneMoment = store.ballots.transaction().setIsolationLevel('repeatable read')
  return atOneMoment.execute(async (db) => {
    const reach = await reachSlots(store, db, assessment)
    const places = reach.layout.units.get(unit)
    if (!places) return false
    const found = await findSlot(new OpenBuckets(reach).unit(places), nullifier)
    return found !== null && isOwner(found.slot, check)
  })
}

/** Takes a ballot back. @returns false when it is not there or the check value is another's */
export async function withdrawBallot(
  store: SlotStore,
  assessment: string,
  unit: string,
  nullifier: Uint8Array,
  check: Uint8Array,
): Promise<boolean> {
  const kind = 'withdraw'
  return (await cast(store, assessment, { kind, unit, nullifier, check })) === 'withdrawn'
}

/** @returns how many ballots each unit has */
export async function countSlots(
  store: SlotStore,
  assessment: string,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for await (const { unit, ballots } of readBallots(store, assessment)) {
    counts.set(unit, ballots.length)
  }
  return counts
}

/** All ballots, unit by unit, in an order that tells nothing. */
export async function* readBallots(
  store: SlotStore,
  assessment: string,
): AsyncIterable<{ readonly unit: string; readonly ballots: readonly KeptBallot[] }> {
  const reach = await reachSlots(store, store.ballots, assessment)
  for (const [unit, places] of reach.layout.units) {
    const buckets = new OpenBuckets(reach)
    await buckets.fetch(places)
    const slots: Uint8Array[] = []
    for (const place of places) slots.push(...(await buckets.taken(place)))
    yield { unit, ballots: shuffled(slots).map(readSlot) }
  }
}

async function cast(
  store: SlotStore,
  assessment: string,
  change: Cast,
): Promise<Exclude<CastOutcome, DamagedBucket>> {
  const outcome = await castingOf(store, assessment).add(change)
  if (outcome instanceof DamagedBucket) throw outcome
  return outcome
}

function castingOf(store: SlotStore, assessment: string): GroupCommit<Cast, CastOutcome> {
  const known = store.casting.get(assessment)
  if (known) return known
  const casting = new GroupCommit<Cast, CastOutcome>(
    (casts) => commitCasts(store, assessment, casts),
    mostTogether,
  )
  store.casting.set(assessment, casting)
  return casting
}
