import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptRestored, isRestored, raiseEpoch } from '#server/ballot-box/slots/epoch.ts'
import { putBallot } from '#server/ballot-box/slots/keep-ballots.ts'
import { bindPlace } from '#server/registrar/participation/bind-place.ts'
import {
  acceptRestoredParticipation,
  isParticipationRestored,
  raiseParticipationEpoch,
} from '#server/registrar/participation/epoch.ts'
import { aBallot, type Stores, storesOn } from './ballot-box/a-slot-store.ts'
import { type Offices, officesOn } from './registrar/a-participation.ts'

const units = [{ id: 'hall', headcount: 20 }]

/** One of the two stores, through what both can do. */
interface Counted {
  readonly address: string
  readonly keyPath: string
  isRestored(): Promise<string>
  raise(): Promise<boolean>
  accept(): Promise<void>
  change(): Promise<unknown>
  /** puts an earlier copy of the database in place of it */
  putBack(copy: string): Promise<void>
}

describe.each(['slots', 'participation'])('counting with the key file: %s', (kind) => {
  let stores: Stores
  let offices: Offices

  beforeAll(async () => {
    stores = await storesOn('sqlite')
    offices = await officesOn('sqlite')
  })

  afterAll(async () => {
    await stores[Symbol.asyncDispose]()
    await offices[Symbol.asyncDispose]()
  })

  const aCounted = (): Promise<Counted> =>
    kind === 'slots' ? someSlots() : participation()

  async function someSlots(): Promise<Counted> {
    const { store, assessment, address, keyFolder, another } =
      await stores.newStore(units)
    let now = store
    return {
      address,
      keyPath: join(keyFolder, `${assessment}.key`),
      isRestored: () => isRestored(now, assessment),
      raise: () => raiseEpoch(now, assessment),
      accept: () => acceptRestored(now, assessment),
      change: () => putBallot(now, assessment, 'hall', aBallot('one')),
      async putBack(copy) {
        await now.ballots.destroy()
        copyFileSync(copy, address)
        now = await another()
      },
    }
  }

  async function participation(): Promise<Counted> {
    const { store, assessment, address, keyFolder, another } =
      await offices.newParticipation(units)
    let now = store
    return {
      address,
      keyPath: join(keyFolder, `${assessment}.participation.key`),
      isRestored: () => isParticipationRestored(now, assessment),
      raise: () => raiseParticipationEpoch(now, assessment),
      accept: () => acceptRestoredParticipation(now, assessment),
      change: () => bindPlace(now, assessment, 'hall', 3, Buffer.alloc(384, 1)),
      async putBack(copy) {
        await now.db.destroy()
        copyFileSync(copy, address)
        now = await another()
      },
    }
  }

  it('finds nothing put back where nothing was', async () => {
    const counted = await aCounted()
    await counted.change()

    expect(await counted.isRestored()).toBe('neither')
    expect(await counted.raise()).toBe(true)
    expect(await counted.isRestored()).toBe('neither')
  })

  it('notices an earlier database, until people accept it', async () => {
    const counted = await aCounted()
    const copy = `${counted.address}.copy`
    copyFileSync(counted.address, copy)
    await counted.raise()
    await counted.change()
    await counted.putBack(copy)

    expect(await counted.isRestored()).toBe('database')
    expect(await counted.raise()).toBe(false)
    expect(await counted.isRestored()).toBe('database')
    await counted.accept()
    expect(await counted.isRestored()).toBe('neither')
    await counted.putBack(copy)
    expect(await counted.isRestored()).toBe('database')
  })

  it('notices an earlier key file', async () => {
    const counted = await aCounted()
    const before = readFileSync(counted.keyPath)
    await counted.raise()
    await counted.raise()
    writeFileSync(counted.keyPath, before)

    expect(await counted.isRestored()).toBe('keys')
  })

  it('takes a crash between database and key file for what it is', async () => {
    const counted = await aCounted()
    const before = readFileSync(counted.keyPath)
    await counted.raise()
    writeFileSync(counted.keyPath, before)

    expect(await counted.isRestored()).toBe('neither')
    expect(await counted.raise()).toBe(true)
    expect(await counted.isRestored()).toBe('neither')
  })
})
