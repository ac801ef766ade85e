import { type Random, seededRandom } from '#analysis/statistics/random.ts'
import { putBallot, readBallots } from '#server/ballot-box/slots/keep-ballots.ts'
import { DamagedBucket } from '#server/ballot-box/slots/sealed-bucket.ts'
import { findBuckets, saveBuckets } from '#server/ballot-box/slots/store.ts'
import {
  aBallot,
  type Stores,
  type TestStore,
} from '../../server/ballot-box/a-slot-store.ts'
import type { Outcome } from '../attack.ts'

const units = [
  { id: 'hall', headcount: 20 },
  { id: 'office', headcount: 60 },
]
/** Row by row: of which unit it is, and which bucket of it. */
const bucketsOf = [
  ['hall', 0],
  ['office', 0],
  ['office', 1],
] as const

/**
 * Changes what the database holds without the key (claim 27): one bit anywhere, a bucket cut
 * short or made longer, a bucket in another's place. Each must stop the reading, and say in
 * which bucket.
 */
export async function tryTampering(stores: Stores, flips: number): Promise<Outcome> {
  const kept = await stores.newStore(units)
  for (let person = 0; person < 10; person++) {
    await putBallot(kept.store, kept.assessment, 'hall', aBallot(`hall ${person}`))
    await putBallot(kept.store, kept.assessment, 'office', aBallot(`office ${person}`))
  }
  const random = seededRandom('tampering')
  const broken: string[] = []
  for (let flip = 0; flip < flips; flip++) {
    const row = Math.floor(random() * bucketsOf.length)
    broken.push(...(await tamper(kept, row, (sealed) => flipped(sealed, random))))
  }
  for (const row of bucketsOf.keys()) {
    const other = await sealedAt(kept, (row + 1) % bucketsOf.length)
    broken.push(
      ...(await tamper(kept, row, (sealed) => sealed.subarray(0, -1))),
      ...(await tamper(kept, row, (sealed) => Buffer.concat([sealed, Buffer.of(0)]))),
      ...(await tamper(kept, row, () => Buffer.alloc(0))),
      ...(await tamper(kept, row, () => other)),
    )
  }
  const tries = flips + 4 * bucketsOf.length
  return {
    name: 'changing buckets without the key (27)',
    expects: 'each change is noticed',
    figures: { tries },
    broken,
  }
}

async function tamper(
  { store, assessment }: TestStore,
  row: number,
  change: (sealed: Uint8Array) => Uint8Array,
): Promise<readonly string[]> {
  const sealed = await sealedAt({ store, assessment }, row)
  const [unit, bucket] = bucketsOf[row] ?? ['', 0]
  await saveBuckets(store.ballots, assessment, [{ row, sealed: change(sealed) }])
  const found = await faultFound({ store, assessment })
  await saveBuckets(store.ballots, assessment, [{ row, sealed }])
  if (
    found instanceof DamagedBucket &&
    found.assessment === assessment &&
    found.unit === unit &&
    found.bucket === bucket
  ) {
    return []
  }
  return [`${unit} ${bucket}: ${String(found)}`]
}

async function sealedAt(
  { store, assessment }: Pick<TestStore, 'store' | 'assessment'>,
  row: number,
): Promise<Uint8Array> {
  const [found] = await findBuckets(store.ballots, assessment, [row])
  if (!found) throw new Error('a bucket is missing')
  return Uint8Array.from(found.sealed)
}

async function faultFound({
  store,
  assessment,
}: Pick<TestStore, 'store' | 'assessment'>): Promise<unknown> {
  try {
    for await (const _ of readBallots(store, assessment));
    return 'nothing'
  } catch (error) {
    return error
  }
}

function flipped(sealed: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(sealed)
  const bit = Math.floor(random() * changed.length * 8)
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return changed
}
