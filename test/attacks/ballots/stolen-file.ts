import { readFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import { putBallot } from '#server/ballot-box/slots/keep-ballots.ts'
import { findBuckets } from '#server/ballot-box/slots/store.ts'
import {
  aBallot,
  type Stores,
  storesOn,
  type TestStore,
} from '../../server/ballot-box/a-slot-store.ts'
import { mostRightByChance } from './chance.ts'
import type { Tried } from './tried.ts'

/** What a thief without the key can measure of what was stolen. */
type Measure<Stolen> = readonly [name: string, of: (stolen: Stolen) => number]

/**
 * Claim 7. A thief of the file, without the key, says of each file whether nobody or everybody
 * has answered. He has practised: of half of the files he was told. (Of single buckets, see
 * `../stores/count.ts`.)
 */
export async function countInStolenFile(files: number): Promise<Tried> {
  await using stores = await storesOn('sqlite')
  const stolen: Labelled<Buffer>[] = []
  for (let file = 0; file < files; file += 1) {
    const isFull = file % 2 === 1
    stolen.push({ isFull, stolen: await aFile(stores, isFull ? 6 : 0) })
  }
  const measures: readonly Measure<Buffer>[] = [
    ['the length of the file', (file) => file.length],
    ['the count of transactions in its header', (file) => file.readUInt32BE(24)],
    ['the transaction its length was written in', (file) => file.readUInt32BE(92)],
    ['its free pages', (file) => file.readUInt32BE(36)],
    ['how far it can be packed', (file) => deflateRawSync(file).length],
  ]
  return told(
    'Tell a full ballot box from an empty one, by the stolen file',
    stolen,
    measures,
  )
}

interface Labelled<Stolen> {
  readonly isFull: boolean
  readonly stolen: Stolen
}

function told<Stolen>(
  attack: string,
  all: readonly Labelled<Stolen>[],
  measures: readonly Measure<Stolen>[],
): Tried {
  const known = all.slice(0, all.length / 2)
  const asked = all.slice(all.length / 2)
  const bound = mostRightByChance(asked.length)
  const results = measures.map(([name, of]) => {
    const average = (isFull: boolean) => {
      const values = known.filter((one) => one.isFull === isFull)
      return values.reduce((sum, { stolen }) => sum + of(stolen), 0) / values.length
    }
    const [empty, full] = [average(false), average(true)]
    const right = asked.filter(({ isFull, stolen }) => {
      const value = of(stolen)
      return Math.abs(value - full) < Math.abs(value - empty) === isFull
    })
    return { name, right: right.length }
  })
  const best = Math.max(...results.map(({ right }) => right))
  return {
    attack,
    claims: [7],
    tries: asked.length,
    gained: `${Math.round((100 * best) / asked.length)} % right by the best of ${measures.length} measures (a coin: 50 %)`,
    broken: results
      .filter(({ right }) => right > bound)
      .map(({ name }) => `told by ${name}`),
  }
}

async function aFile(stores: Stores, ballots: number): Promise<Buffer> {
  const { store, assessment, address } = await stores.newStore([
    { id: 'hall', headcount: 6 },
  ])
  for (let person = 0; person < ballots; person += 1) {
    await putBallot(store, assessment, 'hall', aBallot(`person ${person}`))
  }
  return readFile(address)
}

/**
 * Claim 6, of raw copies (of backups, see `../stores/backups.ts`). Two copies of a box are taken around
 * each cast. What was written has nothing in common with what stood there before, so that the
 * one slot that changed cannot be told from the others of its bucket; and it is written together
 * with seven other buckets at least.
 */
export async function compareCopies(casts: number): Promise<Tried> {
  await using stores = await storesOn('sqlite')
  const store = await stores.newStore([
    { id: 'hall', headcount: 330 },
    { id: 'office', headcount: 330 },
  ])
  const broken: string[] = []
  const written: number[] = []
  let before = await bucketsOf(store)
  for (let cast = 0; cast < casts; cast += 1) {
    await putBallot(store.store, store.assessment, 'hall', aBallot(`person ${cast}`))
    const after = await bucketsOf(store)
    const changed = after.filter(({ row, sealed }) => !sealed.equals(at(before, row)))
    written.push(changed.length)
    for (const { row, sealed } of changed) {
      const known = new Set(blocksOf(at(before, row)))
      if (blocksOf(sealed).some((block) => known.has(block))) {
        broken.push(`bucket ${row} kept a block at cast ${cast}`)
      }
    }
    before = after
  }
  const fewest = Math.min(...written)
  if (fewest < 8) broken.push(`a cast wrote ${fewest} buckets only`)
  return {
    attack: 'Compare two copies of the ballot box taken around each cast',
    claims: [6],
    tries: casts,
    gained: `${broken.length} equal blocks; one of ${fewest} buckets, with up to ${8 * 32} places, got a ballot`,
    broken,
  }
}

async function bucketsOf({ store, assessment }: TestStore) {
  const rows = Array.from({ length: 22 }, (_, row) => row)
  const found = await findBuckets(store.ballots, assessment, rows)
  return found.map(({ row, sealed }) => ({ row, sealed: Buffer.from(sealed) }))
}

function at(
  buckets: readonly { readonly row: number; readonly sealed: Buffer }[],
  row: number,
): Buffer {
  return buckets.find((one) => one.row === row)?.sealed ?? Buffer.alloc(0)
}

/** Sixteen bytes in a row, at every place they can begin. */
function blocksOf(bytes: Buffer): readonly string[] {
  const text = bytes.toString('latin1')
  return Array.from({ length: text.length - 15 }, (_, at) => text.slice(at, at + 16))
}
