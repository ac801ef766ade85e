import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  countSlots,
  hasBallot,
  putBallot,
  readBallots,
  withdrawBallot,
} from '#server/ballot-box/slots/keep-ballots.ts'
import type { SlotStore } from '#server/ballot-box/slots/open-slots.ts'
import { aBallot, engines, type Stores, storesOn } from './a-slot-store.ts'

const units = [
  { id: 'hall', headcount: 16 },
  { id: 'office', headcount: 150 },
]

async function answersIn(store: SlotStore, assessment: string) {
  const answers = new Map<string, readonly string[]>()
  for await (const { unit, ballots } of readBallots(store, assessment)) {
    answers.set(
      unit,
      ballots.map(({ payload }) => Buffer.from(payload).toString()).toSorted(),
    )
  }
  return answers
}

describe.each(engines)('slots on %s', (engine) => {
  let stores: Stores

  beforeAll(async () => {
    stores = await storesOn(engine)
  })

  afterAll(async () => {
    await stores[Symbol.asyncDispose]()
  })

  it('keep a ballot', async () => {
    const { store, assessment } = await stores.newStore(units)

    const outcome = await putBallot(store, assessment, 'hall', aBallot('one'))

    expect(outcome).toBe('stored')
    expect(await answersIn(store, assessment)).toEqual(
      new Map([
        ['hall', ['answer one']],
        ['office', []],
      ]),
    )
  })

  it('replace a ballot by the next with its nullifier', async () => {
    const { store, assessment } = await stores.newStore(units)
    await putBallot(store, assessment, 'office', aBallot('one', 'first'))

    const outcome = await putBallot(store, assessment, 'office', aBallot('one', 'second'))

    expect(outcome).toBe('replaced')
    expect((await answersIn(store, assessment)).get('office')).toEqual(['answer second'])
  })

  it('take as many ballots as the unit has people, and replace when full', async () => {
    const { store, assessment } = await stores.newStore(units)
    const names = Array.from({ length: 150 }, (_, index) => `person ${index}`)

    const outcomes = await Promise.all(
      names.map((name) => putBallot(store, assessment, 'office', aBallot(name))),
    )
    const tooMany = await putBallot(store, assessment, 'office', aBallot('one more'))
    const again = await putBallot(store, assessment, 'office', aBallot('person 7', 'new'))

    expect(new Set(outcomes)).toEqual(new Set(['stored']))
    expect(tooMany).toBe('full')
    expect(again).toBe('replaced')
    expect(await countSlots(store, assessment)).toEqual(
      new Map([
        ['hall', 0],
        ['office', 150],
      ]),
    )
  })

  it('show a ballot to its own check value only', async () => {
    const { store, assessment } = await stores.newStore(units)
    const [mine, other] = [aBallot('mine'), aBallot('other')]
    await putBallot(store, assessment, 'office', mine)
    const has = (ballot: typeof mine, check: Uint8Array, unit = 'office') =>
      hasBallot(store, assessment, unit, ballot.nullifier, check)

    expect(await has(mine, mine.check)).toBe(true)
    expect(await has(mine, other.check)).toBe(false)
    expect(await has(other, other.check)).toBe(false)
    expect(await has(mine, mine.check, 'hall')).toBe(false)
  })

  it('give a ballot back to its own check value only', async () => {
    const { store, assessment } = await stores.newStore(units)
    const [mine, other] = [aBallot('mine'), aBallot('other')]
    await putBallot(store, assessment, 'office', mine)
    const withdraw = (check: Uint8Array) =>
      withdrawBallot(store, assessment, 'office', mine.nullifier, check)

    expect(await withdraw(other.check)).toBe(false)
    expect(await withdraw(mine.check)).toBe(true)
    expect(await withdraw(mine.check)).toBe(false)
    expect((await countSlots(store, assessment)).get('office')).toBe(0)
  })
})
