import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindPlace, releasePlace } from '#server/registrar/participation/bind-place.ts'
import { destroyParticipation } from '#server/registrar/participation/keep-participation.ts'
import { NoParticipation } from '#server/registrar/participation/open-blobs.ts'
import { openParticipation } from '#server/registrar/participation/open-participation.ts'
import { engines } from '../ballot-box/a-slot-store.ts'
import { failingAfter } from '../failing-database.ts'
import { type Offices, officesOn } from './a-participation.ts'

const units = [
  { id: 'hall', headcount: 16 },
  { id: 'office', headcount: 30 },
]

describe.each(engines)('binding a place on %s', (engine) => {
  let offices: Offices

  beforeAll(async () => {
    offices = await officesOn(engine)
  })

  afterAll(async () => {
    await offices[Symbol.asyncDispose]()
  })

  it('takes the first request, the same again, and no other', async () => {
    const { store, assessment } = await offices.newParticipation(units)
    const [mine, other] = [randomBytes(384), randomBytes(384)]
    const bind = (blinded: Uint8Array, place = 3) =>
      bindPlace(store, assessment, 'office', place, blinded)

    expect(await bind(mine)).toBe('new')
    expect(await bind(mine)).toBe('same')
    expect(await bind(other)).toBe('other')
    expect(await bind(mine)).toBe('same')
    expect(await bind(other, 4)).toBe('new')
  })

  it('tells places of two units apart', async () => {
    const { store, assessment } = await offices.newParticipation(units)
    const blinded = randomBytes(384)

    expect(await bindPlace(store, assessment, 'hall', 0, blinded)).toBe('new')
    expect(await bindPlace(store, assessment, 'office', 0, blinded)).toBe('new')
  })

  it('lets one of many different requests win, wherever they come in', async () => {
    const { store, assessment, another } = await offices.newParticipation(units)
    const stores =
      engine === 'postgres' ? [store, await another(), await another()] : [store]

    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        bindPlace(
          stores[index % stores.length] ?? store,
          assessment,
          'office',
          7,
          randomBytes(384),
        ),
      ),
    )

    expect(outcomes.filter((outcome) => outcome === 'new')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'other')).toHaveLength(59)
  })

  it('loses none of many bindings made at once', async () => {
    const { store, assessment } = await offices.newParticipation(units)
    const requests = Array.from({ length: 30 }, () => randomBytes(384))
    const bindAll = () =>
      Promise.all(
        requests.map((blinded, place) =>
          bindPlace(store, assessment, 'office', place, blinded),
        ),
      )

    const first = await bindAll()
    const second = await bindAll()

    expect(new Set(first)).toEqual(new Set(['new']))
    expect(new Set(second)).toEqual(new Set(['same']))
  })

  it('has bound just those who were told so when the database fails, at whatever statement', async () => {
    const { store, assessment } = await offices.newParticipation(units)
    for (let statement = 0, failed = true; failed; statement += 1) {
      const failing = failingAfter(statement)
      const through = openParticipation(store.db.withPlugin(failing), store.keys)
      const requests = ['hall', 'office'].map((unit) => ({
        unit,
        blinded: randomBytes(384),
      }))
      const bindings = await Promise.allSettled(
        requests.map(({ unit, blinded }) =>
          bindPlace(through, assessment, unit, 5, blinded),
        ),
      )
      failed = failing.hasFailed()

      const again = await Promise.all(
        requests.map(({ unit, blinded }) =>
          bindPlace(store, assessment, unit, 5, blinded),
        ),
      )
      const told = bindings.map(({ status }) => status === 'fulfilled')
      expect(again).toEqual(told.map((isBound) => (isBound ? 'same' : 'new')))
      expect(told.every(Boolean)).toBe(!failed)
      for (const { unit } of requests) await releasePlace(store, assessment, unit, 5)
    }
  })

  it('frees a place for a new request', async () => {
    const { store, assessment } = await offices.newParticipation(units)
    const [lost, next] = [randomBytes(384), randomBytes(384)]
    await bindPlace(store, assessment, 'hall', 2, lost)

    expect(await releasePlace(store, assessment, 'hall', 2)).toBe(true)
    expect(await releasePlace(store, assessment, 'hall', 2)).toBe(false)
    expect(await bindPlace(store, assessment, 'hall', 2, next)).toBe('new')
    expect(await bindPlace(store, assessment, 'hall', 2, lost)).toBe('other')
  })

  it.each([
    ['hall', 16],
    ['hall', -1],
    ['hall', 0.5],
    ['nowhere', 0],
  ])('refuses a place there is not: %s %d', async (unit, place) => {
    const { store, assessment } = await offices.newParticipation(units)

    const binding = bindPlace(store, assessment, unit, place, randomBytes(384))

    await expect(binding).rejects.toThrow(RangeError)
  })

  it('is at an end once it is destroyed', async () => {
    const { store, assessment } = await offices.newParticipation(units)
    await destroyParticipation(store, assessment)

    const binding = bindPlace(store, assessment, 'hall', 0, randomBytes(384))

    await expect(binding).rejects.toThrow(NoParticipation)
    await destroyParticipation(store, assessment)
  })
})
