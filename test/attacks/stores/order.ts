import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { seededRandom } from '#analysis/statistics/random.ts'
import { putBallot } from '#server/ballot-box/slots/keep-ballots.ts'
import type { UnitSize } from '#server/ballot-box/slots/layout.ts'
import type { SlotStore } from '#server/ballot-box/slots/open-slots.ts'
import { reachSlots } from '#server/ballot-box/slots/reach-slots.ts'
import { slotsIn } from '#server/ballot-box/slots/sealed-bucket.ts'
import { isTaken, nullifierIn } from '#server/ballot-box/slots/slot.ts'
import { type BucketRow, findBuckets } from '#server/ballot-box/slots/store.ts'
import { engineOf } from '#server/database/engine.ts'
import type { Stores, TestStore } from '../../server/ballot-box/a-slot-store.ts'
import type { Outcome } from '../attack.ts'
import { chanceBound, kendallTau } from './rank-correlation.ts'

/** Where one bucket lies, by every measure an attacker has. */
type Place = Readonly<Record<string, number>>

/**
 * Casts ballots one after another and reads off the stored bytes in which order they came
 * (claims 3 and 4), by somebody who has the key file too: from where each lies in the file and
 * in its bucket, and on PostgreSQL from everything the engine keeps about a row.
 */
export async function tryOrder(
  stores: Stores,
  name: string,
  units: readonly UnitSize[],
  ballots: number,
): Promise<Outcome> {
  const kept = await stores.newStore(units)
  const arrived = await castInTurn(kept, units, ballots)
  const places = await placesOf(kept)
  const measures = Object.keys([...places.values()][0] ?? {})
  const figures = Object.fromEntries(
    measures.map((measure) => [
      measure,
      kendallTau(
        arrived.map((_, turn) => turn),
        arrived.map((nullifier) => places.get(nullifier)?.[measure] ?? 0),
      ),
    ]),
  )
  const bound = chanceBound(ballots)
  const broken = Object.entries(figures)
    .filter(([, tau]) => Math.abs(tau) >= bound)
    .map(([measure, tau]) => `${measure}: tau ${tau.toFixed(3)}, chance ends at ${bound}`)
  if (places.size !== ballots) broken.push(`${places.size} of ${ballots} ballots found`)
  return {
    name: `order of arrival: ${name} (3, 4)`,
    expects: 'no correlation',
    figures,
    broken,
  }
}

async function castInTurn(
  { store, assessment }: TestStore,
  units: readonly UnitSize[],
  ballots: number,
): Promise<readonly string[]> {
  const random = seededRandom('order of arrival')
  const people = units.flatMap(({ id, headcount }) => Array(headcount).fill(id))
  const arrived: string[] = []
  for (let turn = 0; turn < ballots; turn++) {
    const at = Math.floor(random() * people.length)
    const [unit = ''] = people.splice(at, 1)
    const nullifier = createHash('sha256').update(`turn ${turn}`).digest()
    const payload = Buffer.from(`turn ${turn}`)
    await putBallot(store, assessment, unit, { nullifier, check: nullifier, payload })
    arrived.push(nullifier.toString('hex'))
  }
  return arrived
}

/** Opens every bucket with the key, as a thief of both would. @returns places by nullifier */
async function placesOf(kept: TestStore): Promise<ReadonlyMap<string, Place>> {
  const { store, assessment } = kept
  const { layout, key } = await reachSlots(store, store.ballots, assessment)
  const { slotBytes } = layout
  const rows = layout.places.map(({ row }) => row)
  const buckets = await findBuckets(store.ballots, assessment, rows)
  const placeOfBucket = await bucketPlaces(kept, buckets)
  return new Map(
    buckets.flatMap(({ row, sealed }) => {
      const place = layout.places[row]
      if (!place) return []
      const seal = { sealing: key.sealing, assessment, place, slotBytes }
      return slotsIn(seal, sealed).flatMap((slot, index): [string, Place][] => {
        if (!isTaken(slot)) return []
        const name = Buffer.from(nullifierIn(slot)).toString('hex')
        return [[name, { 'in its bucket': index / place.slots, ...placeOfBucket(row) }]]
      })
    }),
  )
}

/** @returns what the engine's own files or columns tell about a bucket, by its row */
async function bucketPlaces(
  { store, assessment, address }: TestStore,
  buckets: readonly BucketRow[],
): Promise<(row: number) => Place | undefined> {
  if (engineOf(store.ballots) === 'postgres') {
    const places = await postgresPlaces(store, assessment)
    return (row) => places.get(row)
  }
  const file = readFileSync(address)
  const starts = new Map(
    buckets.map(({ row, sealed }) => [row, file.indexOf(sealed.subarray(0, 28))]),
  )
  return (row) => ({ 'in the file': starts.get(row) ?? -1 })
}

/** All that PostgreSQL tells about a row and the chunks its value is kept in. */
async function postgresPlaces(
  { ballots }: SlotStore,
  assessment: string,
): Promise<ReadonlyMap<number, Place>> {
  const { rows: toast } = await sql<{ name: string }>`
    select reltoastrelid::regclass::text as name from pg_class
    where relname = 'slot_bucket'`.execute(ballots)
  const chunks = sql.raw(toast[0]?.name ?? '')
  const { rows } = await sql<Record<string, number> & { bucket: number }>`
    select bucket, b.xmin::text::float8 as "xmin",
      (b.ctid::text::point)[0] * 1000 + (b.ctid::text::point)[1] as "ctid",
      c.chunk_id::text::float8 as "toast chunk", c.xmin::text::float8 as "toast xmin",
      (c.ctid::text::point)[0] * 1000 + (c.ctid::text::point)[1] as "toast ctid"
    from slot_bucket b
    join ${chunks} c on c.chunk_id = pg_column_toast_chunk_id(b.sealed) and c.chunk_seq = 0
    where assessment_id = ${assessment}`.execute(ballots)
  return new Map(rows.map(({ bucket, ...place }) => [bucket, place]))
}
