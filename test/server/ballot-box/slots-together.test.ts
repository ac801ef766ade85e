import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSlots, destroySlots } from '#server/ballot-box/slots/create-slots.ts'
import {
  countSlots,
  hasBallot,
  putBallot,
  readBallots,
} from '#server/ballot-box/slots/keep-ballots.ts'
import { openSlotStore, type SlotStore } from '#server/ballot-box/slots/open-slots.ts'
import { NoSlots } from '#server/ballot-box/slots/reach-slots.ts'
import { DamagedBucket } from '#server/ballot-box/slots/sealed-bucket.ts'
import { type KeptBallot, slotBytesFor } from '#server/ballot-box/slots/slot.ts'
import { findBuckets, saveBuckets } from '#server/ballot-box/slots/store.ts'
import { failingAfter } from '../failing-database.ts'
import { aBallot, engines, type Stores, storesOn } from './a-slot-store.ts'

const units = [
  { id: 'hall', headcount: 16 },
  { id: 'office', headcount: 150 },
]

async function payloadsIn(store: SlotStore, assessment: string): Promise<string[]> {
  const payloads: string[] = []
  for await (const { ballots } of readBallots(store, assessment)) {
    payloads.push(...ballots.map(({ payload }) => Buffer.from(payload).toString()))
  }
  return payloads
}

describe.each(engines)('casts that come together on %s', (engine) => {
  let stores: Stores

  beforeAll(async () => {
    stores = await storesOn(engine)
  })

  afterAll(async () => {
    await stores[Symbol.asyncDispose]()
  })

  it('take one slot when two hundred bring the same ballot', async () => {
    const { store, assessment } = await stores.newStore(units)
    const versions = Array.from({ length: 200 }, (_, index) => `version ${index}`)

    const outcomes = await Promise.all(
      versions.map((version) =>
        putBallot(store, assessment, 'office', aBallot('one', version)),
      ),
    )

    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'replaced')).toHaveLength(199)
    const payloads = await payloadsIn(store, assessment)
    expect(payloads).toHaveLength(1)
    expect(versions.map((version) => `answer ${version}`)).toContain(payloads[0])
  })

  it('lose nothing to each other through several connections', async () => {
    const { store, assessment, another } = await stores.newStore(units)
    const through = [store, await another(), await another()]
    const names = Array.from({ length: 150 }, (_, index) => `person ${index}`)

    const outcomes = await Promise.all(
      names.map((name, index) =>
        putBallot(through[index % 3] ?? store, assessment, 'office', aBallot(name)),
      ),
    )

    expect(new Set(outcomes)).toEqual(new Set(['stored']))
    expect((await payloadsIn(store, assessment)).toSorted()).toEqual(
      names.map((name) => `answer ${name}`).toSorted(),
    )
  })

  it('take one slot when several connections bring the same ballot', async () => {
    const { store, assessment, another } = await stores.newStore(units)
    const through = [store, await another(), await another()]

    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        putBallot(through[index % 3] ?? store, assessment, 'hall', aBallot('one')),
      ),
    )

    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1)
    expect(await payloadsIn(store, assessment)).toEqual(['answer one'])
  })

  it('all fail cleanly when the database fails, at whatever statement', async () => {
    const { store, assessment } = await stores.newStore(units)
    await putBallot(store, assessment, 'office', aBallot('before'))
    for (let statement = 0, failed = true; failed; statement += 1) {
      const failing = failingAfter(statement)
      const through = openSlotStore(store.ballots.withPlugin(failing), store.keys)
      const names = ['a', 'b', 'c'].map((name) => `${name} ${statement}`)
      const casts = await Promise.allSettled(
        names.map((name) => putBallot(through, assessment, 'office', aBallot(name))),
      )
      failed = failing.hasFailed()

      const kept = casts.filter(({ status }) => status === 'fulfilled').length
      const found = (await payloadsIn(store, assessment)).filter((payload) =>
        names.includes(payload.replace('answer ', '')),
      )
      expect(found).toHaveLength(kept)
      expect(kept === 3).toBe(!failed)
      for (const name of names) {
        const again = await putBallot(store, assessment, 'office', aBallot(name))
        expect(again).toBe(found.includes(`answer ${name}`) ? 'replaced' : 'stored')
      }
    }
    expect(await payloadsIn(store, assessment)).toContain('answer before')
  })

  it('fail only where a bucket was tampered with', async () => {
    const { store, assessment } = await stores.newStore(units)
    const [hall] = await findBuckets(store.ballots, assessment, [0])
    const changed = Uint8Array.from(hall?.sealed ?? [])
    changed[100] = (changed[100] ?? 0) ^ 1
    await saveBuckets(store.ballots, assessment, [{ row: 0, sealed: changed }])

    const [inHall, inOffice] = await Promise.allSettled([
      putBallot(store, assessment, 'hall', aBallot('one')),
      putBallot(store, assessment, 'office', aBallot('two')),
    ])

    expect(inHall).toMatchObject({
      status: 'rejected',
      reason: { unit: 'hall', bucket: 0 },
    })
    expect(inHall).toMatchObject({ reason: expect.any(DamagedBucket) })
    expect(inOffice).toEqual({ status: 'fulfilled', value: 'stored' })
    const mine = aBallot('two')
    const has = await hasBallot(store, assessment, 'office', mine.nullifier, mine.check)
    expect(has).toBe(true)
    const [left] = await findBuckets(store.ballots, assessment, [0])
    expect(Buffer.compare(left?.sealed ?? new Uint8Array(), changed)).toBe(0)
  })

  it('write the unit of somebody who casts alone whole, and eight buckets in all', async () => {
    const { store, assessment } = await stores.newStore([
      { id: 'hall', headcount: 200 },
      { id: 'office', headcount: 3_000 },
    ])
    const all = Array.from({ length: 100 }, (_, row) => row)
    const read = async () =>
      new Map(
        (await findBuckets(store.ballots, assessment, all)).map(({ row, sealed }) => [
          row,
          Buffer.from(sealed).toString('base64'),
        ]),
      )
    const before = await read()

    await putBallot(store, assessment, 'hall', aBallot('one'))

    const after = await read()
    const written = all.filter((row) => before.get(row) !== after.get(row))
    expect(written).toHaveLength(8)
    expect(written.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('are refused for a unit there is not, and for a ballot too large', async () => {
    const { store, assessment } = await stores.newStore(units)
    const large = { ...aBallot('large'), payload: Buffer.alloc(601) }

    await expect(putBallot(store, assessment, 'nowhere', aBallot('one'))).rejects.toThrow(
      RangeError,
    )
    await expect(putBallot(store, assessment, 'hall', large)).rejects.toThrow(RangeError)
  })

  it('find nothing once the slots are destroyed, and destroying them again is no fault', async () => {
    const { store, assessment } = await stores.newStore(units)
    await putBallot(store, assessment, 'hall', aBallot('one'))
    await destroySlots(store, assessment)
    await destroySlots(store, assessment)

    const cast = putBallot(store, assessment, 'hall', aBallot('two'))

    await expect(cast).rejects.toThrow(NoSlots)
    await expect(countSlots(store, assessment)).rejects.toThrow(NoSlots)
    expect(store.keys.read(assessment)).toBeNull()
    const left = await store.ballots
      .selectFrom('slot_bucket')
      .select('bucket')
      .where('assessment_id', '=', assessment)
      .execute()
    expect(left).toEqual([])
  })

  it('keep what is there when the slots are made again', async () => {
    const { store, assessment } = await stores.newStore(units)
    await putBallot(store, assessment, 'hall', aBallot('one'))

    await createSlots(store, assessment, units, slotBytesFor(600))

    expect(await payloadsIn(store, assessment)).toEqual(['answer one'])
  })

  if (engine === 'postgres') {
    it('go on after the server dropped the connections', async () => {
      const { store, assessment, another } = await stores.newStore(units)
      const { ballots: besides } = await another()
      const ballots = Array.from({ length: 12 }, (_, index) => aBallot(`person ${index}`))
      const cast = (ballot: KeptBallot) => putBallot(store, assessment, 'hall', ballot)
      const first = Promise.allSettled(ballots.map(cast))
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(besides)
      await first

      for (const ballot of ballots) {
        await cast(ballot)
          .catch(() => cast(ballot))
          .catch(() => cast(ballot))
      }

      expect(await payloadsIn(store, assessment)).toHaveLength(12)
    })
  }
})
