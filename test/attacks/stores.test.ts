import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Stores, storesOn } from '../server/ballot-box/a-slot-store.ts'
import { tryBackups } from './stores/backups.ts'
import { tryCount } from './stores/count.ts'
import { tryKills } from './stores/kills.ts'
import { tryOrder } from './stores/order.ts'
import { tryTampering } from './stores/tampering.ts'

const halls = Array.from({ length: 3 }, (_, hall) => ({
  id: `hall ${hall}`,
  headcount: 100,
}))

describe.each(engines)('what is stored on %s', { timeout: 900_000 }, (engine) => {
  let stores: Stores

  beforeAll(async () => {
    stores = await storesOn(engine)
  })

  afterAll(async () => {
    await stores[Symbol.asyncDispose]()
  })

  it('does not tell in which order ballots came, when everybody answered', async () => {
    const { broken } = await tryOrder(stores, `${engine}, full`, halls, 300)

    expect(broken).toEqual([])
  })

  it('does not tell in which order ballots came, when few answered', async () => {
    const large = [{ id: 'works', headcount: 3_200 }]

    const { broken } = await tryOrder(stores, `${engine}, sparse`, large, 600)

    expect(broken).toEqual([])
  })

  it('stops the reading once a bit of it was changed, and says where', async () => {
    const { broken } = await tryTampering(stores, 60)

    expect(broken).toEqual([])
  })

  it('does not tell from twenty backups where somebody answered', async () => {
    const { broken } = await tryBackups(stores, 20)

    expect(broken).toEqual([])
  })

  it('has every acknowledged ballot once, however a process ends', async () => {
    const { broken } = await tryKills(stores, 15)

    expect(broken).toEqual([])
  })
})

describe('a sealed bucket', () => {
  it('does not tell whether it is full or empty', () => {
    expect(tryCount(5_000).broken).toEqual([])
  })
})
