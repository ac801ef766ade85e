import { putBallot, readBallots } from '#server/ballot-box/slots/keep-ballots.ts'
import {
  aBallot,
  storesOn,
  type TestStore,
} from '../../server/ballot-box/a-slot-store.ts'
import { mostHitsByChance } from './chance.ts'
import { offsetsIn, openedSlots } from './opened-slots.ts'
import type { Tried } from './tried.ts'

const people = 30

/**
 * Claim 3. Thirty people of one unit answer one after another, and the attacker knows in which
 * order: he saw them go to the one computer there is. He has the database file and the keys,
 * and is even given the answers in each slot. Where answers lie as they came, the first is
 * the first person's, and all thirty are known: a widespread survey program loses thirty of
 * thirty this way. Here he can only guess.
 */
export async function matchThirtyInARow(runs: number): Promise<Tried> {
  await using stores = await storesOn('sqlite')
  const hits = new Map<string, number>()
  for (let run = 0; run < runs; run += 1) {
    const store = await stores.newStore([{ id: 'hall', headcount: people }])
    const arrived = await answerInARow(store, run)
    for (const [by, order] of Object.entries(await ordersIn(store))) {
      const right = order.filter((nullifier, at) => nullifier === arrived[at]).length
      const wrongWay = order.filter((nullifier, at) => nullifier === arrived.at(-1 - at))
      hits.set(by, (hits.get(by) ?? 0) + right)
      hits.set(`${by}, backwards`, (hits.get(`${by}, backwards`) ?? 0) + wrongWay.length)
    }
  }
  const bound = mostHitsByChance(runs)
  const most = Math.max(...hits.values())
  return {
    attack:
      'Match thirty who answered one after another to answers, by how they are stored',
    claims: [3],
    tries: runs * people,
    gained: `${most} of ${runs * people} (chance: about ${runs}, at most ${bound})`,
    broken: [...hits]
      .filter(([, count]) => count > bound)
      .map(([by]) => `matched by ${by}`),
  }
}

async function answerInARow(
  { store, assessment }: TestStore,
  run: number,
): Promise<readonly string[]> {
  const arrived: string[] = []
  for (let person = 0; person < people; person += 1) {
    const ballot = aBallot(`run ${run}, person ${person}`)
    await putBallot(store, assessment, 'hall', ballot)
    arrived.push(hex(ballot.nullifier))
  }
  return arrived
}

/** The ballots in every order that the attacker can put them in. */
async function ordersIn({ store, assessment, address }: TestStore) {
  const slots = await openedSlots(store, assessment)
  const offsets = await offsetsIn(address, slots)
  const handedOver: string[] = []
  for await (const { ballots } of readBallots(store, assessment)) {
    handedOver.push(...ballots.map(({ nullifier }) => hex(nullifier)))
  }
  return {
    'the order in the table': slots.map(({ nullifier }) => nullifier),
    'the order in the file': slots
      .map(({ nullifier }, at) => ({ nullifier, offset: offsets[at] ?? 0 }))
      .sort((one, other) => one.offset - other.offset)
      .map(({ nullifier }) => nullifier),
    'the order in which they are handed over': handedOver,
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
