import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putBallot, readBallots } from '#server/ballot-box/slots/keep-ballots.ts'
import { resealSlots } from '#server/ballot-box/slots/reseal-slots.ts'
import { type BucketRow, findBuckets } from '#server/ballot-box/slots/store.ts'
import {
  aBallot,
  engines,
  type Stores,
  storesOn,
  type TestStore,
} from './a-slot-store.ts'

const units = [
  { id: 'hall', headcount: 20 },
  { id: 'office', headcount: 70 },
]
const rows = [0, 1, 2, 3]
const people = units.flatMap(({ id, headcount }) =>
  Array.from({ length: headcount }, (_, person) => ({
    unit: id,
    name: `${id} ${person}`,
  })),
)

const sealedIn = ({ store, assessment }: TestStore): Promise<readonly BucketRow[]> =>
  findBuckets(store.ballots, assessment, rows)

async function castAll({ store, assessment }: TestStore): Promise<void> {
  await Promise.all(
    people.map(({ unit, name }) => putBallot(store, assessment, unit, aBallot(name))),
  )
}

/** Every value of every table as text. */
async function dump({ store }: TestStore): Promise<string> {
  const { introspection } = store.ballots
  const tables = await introspection.getTables({ withInternalKyselyTables: true })
  const all: unknown[] = []
  for (const { name } of tables) {
    all.push((await sql`select * from ${sql.table(name)}`.execute(store.ballots)).rows)
  }
  return JSON.stringify(all, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
}

function blocksOf(buckets: readonly BucketRow[]): readonly string[] {
  return buckets.flatMap(({ sealed }) => {
    const bytes = Buffer.from(sealed)
    const count = Math.floor(bytes.length / 16)
    return Array.from({ length: count }, (_, block) =>
      bytes.toString('latin1', block * 16, block * 16 + 16),
    )
  })
}

describe.each(engines)('the files of slots on %s', (engine) => {
  let stores: Stores

  beforeAll(async () => {
    stores = await storesOn(engine)
  })

  afterAll(async () => {
    await stores[Symbol.asyncDispose]()
  })

  it('hold nothing that was cast, and no time', async () => {
    const began = Date.now()
    const kept = await stores.newStore(units)
    await castAll(kept)
    const file = engine === 'sqlite' ? readFileSync(kept.address, 'latin1') : ''

    const all = `${file}${await dump(kept)}`

    for (const { name } of people.slice(0, 10)) {
      const { nullifier, check, payload } = aBallot(name)
      for (const bytes of [nullifier, check, payload]) {
        for (const encoding of ['latin1', 'hex', 'base64', 'base64url'] as const) {
          expect(all).not.toContain(Buffer.from(bytes).toString(encoding))
        }
      }
    }
    const day = new Date(began).toISOString().slice(0, 10)
    expect(all).not.toContain(day)
    const times = all.match(/(?<!\d)1[5-9]\d{8}(\d{3})?(?!\d)/g) ?? []
    const near = times.map((digits) => Number(digits.padEnd(13, '0')))
    expect(near.filter((time) => Math.abs(time - began) < 86_400_000)).toEqual([])
  })

  it('have no column for a time or an order', async () => {
    const { store } = await stores.newStore(units)
    const tables = await store.ballots.introspection.getTables()
    const ours = tables.filter(({ name }) => name.startsWith('slot_'))
    const columns = ours.flatMap(({ columns: each }) => each)

    expect(columns.map(({ dataType }) => dataType.toLowerCase()).toSorted()).toEqual(
      engine === 'postgres'
        ? ['bytea', 'int4', 'int4', 'int4', 'text', 'text', 'text']
        : ['blob', 'integer', 'integer', 'integer', 'text', 'text', 'text'],
    )
    for (const { name, isAutoIncrementing } of columns) {
      expect(name).not.toMatch(/time|date|_at$|_on$|sequence|order|created|version/)
      expect(isAutoIncrementing).toBe(false)
    }
  })

  it('have no block in common before and after they are sealed anew, and lose nothing', async () => {
    const kept = await stores.newStore(units)
    await castAll(kept)
    const before = await sealedIn(kept)

    await resealSlots(kept.store, kept.assessment)

    const after = await sealedIn(kept)
    const known = new Set(blocksOf(before))
    expect(blocksOf(after).filter((block) => known.has(block))).toEqual([])
    const file = engine === 'sqlite' ? readFileSync(kept.address, 'latin1') : ''
    expect(blocksOf(before).filter((block) => file.includes(block))).toEqual([])
    expect(after.map(({ sealed }) => sealed.length)).toEqual(
      before.map(({ sealed }) => sealed.length),
    )
    const names: string[] = []
    for await (const { ballots } of readBallots(kept.store, kept.assessment)) {
      names.push(...ballots.map(({ payload }) => Buffer.from(payload).toString()))
    }
    expect(names.toSorted()).toEqual(
      people.map(({ name }) => `answer ${name}`).toSorted(),
    )
  })

  it('take casts while they are sealed anew', async () => {
    const kept = await stores.newStore(units)

    await Promise.all([castAll(kept), resealSlots(kept.store, kept.assessment)])

    const counts: number[] = []
    for await (const { ballots } of readBallots(kept.store, kept.assessment)) {
      counts.push(ballots.length)
    }
    expect(counts).toEqual([20, 70])
  })

  if (engine === 'sqlite') {
    it('are the same full as empty, but for what is sealed and a count from anywhere', async () => {
      const kept = await stores.newStore(units)
      const empty = await withoutSealed(kept)
      await castAll(kept)

      const full = await withoutSealed(kept)

      expect(full.length).toBe(empty.length)
      expect(Buffer.compare(full, empty)).toBe(0)
    })
  }
})

/** A database file with zeros where buckets are sealed, and where SQLite counts its writes. */
async function withoutSealed(kept: TestStore): Promise<Buffer> {
  const file = readFileSync(kept.address)
  const page = file.readUInt16BE(16)
  const buckets = await sealedIn(kept)
  for (const { sealed } of buckets) blank(file, Buffer.from(sealed), page)
  file.fill(0, 24, 28)
  file.fill(0, 92, 96)
  return file
}

/** Large values lie in pages of their own, each with the number of the next before it. */
function blank(file: Buffer, sealed: Buffer, page: number): void {
  const start = file.indexOf(sealed.subarray(0, 28))
  expect(start).toBeGreaterThan(0)
  const first = page - (start % page)
  const end = [...Array(first).keys()].find((at) => file[start + at] !== sealed[at])
  file.fill(0, start, start + (end ?? first))
  for (let at = 0; at < file.length; at += page) {
    const body = file.subarray(at + 4, at + 36)
    const found = sealed.indexOf(body)
    if (found >= 0)
      file.fill(0, at + 4, at + 4 + Math.min(page - 4, sealed.length - found))
  }
}
