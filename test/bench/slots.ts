import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createSlots } from '#server/ballot-box/slots/create-slots.ts'
import { putBallot } from '#server/ballot-box/slots/keep-ballots.ts'
import { openSlotStore } from '#server/ballot-box/slots/open-slots.ts'
import { slotBytesFor } from '#server/ballot-box/slots/slot.ts'
import { StoreKeys } from '#server/ballot-box/slots/store-keys.ts'
import { type BallotDatabase, openBallots } from '#server/database/ballots.ts'
import { bytesType } from '#server/database/engine.ts'
import { postgresServer } from '../server/postgres.ts'
import { printFigure } from './figures.ts'

const payloadBytes = 5_200
const peopleInUnit = 96
const sizes = [960, 96_000]
const clients = [16, 200]
const seconds = 6
const wanted = 100

/** What many clients saw who each waited for one write before the next. */
interface Casting {
  readonly perSecond: number
  /** milliseconds */
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/**
 * Times keeping ballots in slots against inserting a row for each, durable on both sides, in
 * the same database in the same run.
 */
export async function timeSlots(): Promise<void> {
  const postgres = await postgresServer()
  try {
    for (const engine of ['SQLite', 'PostgreSQL']) {
      for (const size of sizes) {
        const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-'))
        const address =
          engine === 'SQLite' ? join(folder, 'b.sqlite') : await postgres.newDatabase()
        await timeOn(`${engine}, ${size} slots`, address, folder, size)
        rmSync(folder, { recursive: true, force: true })
      }
    }
  } finally {
    await postgres[Symbol.asyncDispose]()
  }
}

async function timeOn(name: string, address: string, folder: string, size: number) {
  const ballots = await openBallots(address)
  const store = openSlotStore(ballots, new StoreKeys(join(folder, 'keys')))
  const assessment = randomUUID()
  const units = Array.from({ length: size / peopleInUnit }, (_, index) => ({
    id: `unit ${index}`,
    headcount: peopleInUnit,
  }))
  await createSlots(store, assessment, units, slotBytesFor(payloadBytes))
  await makePlainTable(ballots)
  for (const count of clients) {
    let ballot = 0
    const slots = await castFrom(count, async () => {
      const number = ballot++ % size
      const nullifier = createHash('sha256').update(`ballot ${number}`).digest()
      const payload = randomBytes(payloadBytes)
      const unit = `unit ${number % units.length}`
      const outcome = await putBallot(store, assessment, unit, {
        nullifier,
        check: nullifier,
        payload,
      })
      if (outcome === 'full') throw new Error('a unit took fewer ballots than people')
    })
    const plain = await castFrom(count, () => insertPlain(ballots))
    printCasting(`${name}, ${count} clients`, slots, plain)
  }
  await ballots.destroy()
}

function printCasting(name: string, slots: Casting, plain: Casting): void {
  const { perSecond, p50, p95, p99 } = slots
  const times = [p50, p95, p99].map((time) => time.toFixed(0)).join(' / ')
  printFigure(name, `${perSecond.toFixed(0)} casts/s`, {
    words: `${wanted}/s`,
    met: perSecond >= wanted,
  })
  printFigure('  milliseconds p50 / p95 / p99', times, {
    words: 'p99 < 1000 ms',
    met: p99 < 1_000,
  })
  printFigure(
    '  slots to plain inserts',
    `${(perSecond / plain.perSecond).toFixed(2)} of ${plain.perSecond.toFixed(0)}/s`,
  )
}

async function castFrom(count: number, cast: () => Promise<void>): Promise<Casting> {
  const times: number[] = []
  const end = performance.now() + seconds * 1e3
  const client = async () => {
    while (performance.now() < end) {
      const start = performance.now()
      await cast()
      times.push(performance.now() - start)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: count }, client))
  const spent = (performance.now() - start) / 1e3
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return { perSecond: times.length / spent, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

async function makePlainTable(db: BallotDatabase): Promise<void> {
  const type = sql.raw(bytesType(db))
  await sql`create table plain (id text primary key, body ${type} not null)`.execute(db)
}

async function insertPlain(db: BallotDatabase): Promise<void> {
  await sql`insert into plain values (${randomUUID()}, ${randomBytes(payloadBytes)})`.execute(
    db,
  )
}
