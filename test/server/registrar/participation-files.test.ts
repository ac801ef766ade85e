import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindPlace } from '#server/registrar/participation/bind-place.ts'
import { resealParticipation } from '#server/registrar/participation/reseal-participation.ts'
import { DamagedParticipation } from '#server/registrar/participation/sealed-blob.ts'
import { findBlobs, saveBlobs } from '#server/registrar/participation/store.ts'
import { engines } from '../ballot-box/a-slot-store.ts'
import { type Offices, officesOn, type TestParticipation } from './a-participation.ts'

const units = Array.from({ length: 12 }, (_, unit) => ({
  id: `unit ${unit}`,
  headcount: 16 + unit,
}))

async function blobsOf({ store, assessment }: TestParticipation): Promise<Buffer[]> {
  const ids = units.map(({ id }) => id)
  const blobs = await findBlobs(store.db, assessment, ids)
  return ids.map((id) => Buffer.from(blobs.get(id) ?? []))
}

describe.each(engines)('what is kept of participation on %s', (engine) => {
  let offices: Offices

  beforeAll(async () => {
    offices = await officesOn(engine)
  })

  afterAll(async () => {
    await offices[Symbol.asyncDispose]()
  })

  it('is of one length whoever collected, and holds nothing that was sent', async () => {
    const kept = await offices.newParticipation(units)
    const before = await blobsOf(kept)
    const requests = units.map(() => randomBytes(384))
    await Promise.all(
      units.map(({ id }, index) =>
        bindPlace(kept.store, kept.assessment, id, 2, requests[index] ?? Buffer.of()),
      ),
    )

    const after = await blobsOf(kept)

    expect(after.map(({ length }) => length)).toEqual(before.map(({ length }) => length))
    const file = engine === 'sqlite' ? readFileSync(kept.address) : Buffer.concat(after)
    for (const request of requests) {
      expect(file.includes(request.subarray(0, 8))).toBe(false)
    }
  })

  it('is written of eight units together', async () => {
    const kept = await offices.newParticipation(units)
    const before = await blobsOf(kept)

    await bindPlace(kept.store, kept.assessment, 'unit 5', 0, randomBytes(384))

    const after = await blobsOf(kept)
    const written = units.filter((_, at) => !after[at]?.equals(before[at] ?? Buffer.of()))
    expect(written).toHaveLength(8)
    expect(written).toContainEqual(units[5])
  })

  it('has no block in common before and after it is sealed anew, and stays bound', async () => {
    const kept = await offices.newParticipation(units)
    const mine = randomBytes(384)
    await bindPlace(kept.store, kept.assessment, 'unit 1', 1, mine)
    const blocks = (blobs: readonly Buffer[]) =>
      blobs.flatMap((blob) =>
        Array.from({ length: Math.floor(blob.length / 16) }, (_, block) =>
          blob.toString('hex', block * 16, block * 16 + 16),
        ),
      )
    const before = new Set(blocks(await blobsOf(kept)))

    await resealParticipation(kept.store, kept.assessment)

    expect(blocks(await blobsOf(kept)).filter((block) => before.has(block))).toEqual([])
    const again = await bindPlace(kept.store, kept.assessment, 'unit 1', 1, mine)
    expect(again).toBe('same')
  })

  it('is not read any more once a bit of it was changed, and says of which unit', async () => {
    const kept = await offices.newParticipation(units)
    const { store, assessment } = kept
    const blob = Uint8Array.from((await blobsOf(kept))[3] ?? [])
    blob[40] = (blob[40] ?? 0) ^ 4
    await saveBlobs(store.db, assessment, new Map([['unit 3', blob]]))

    const [there, elsewhere] = await Promise.allSettled([
      bindPlace(store, assessment, 'unit 3', 0, randomBytes(384)),
      bindPlace(store, assessment, 'unit 4', 0, randomBytes(384)),
    ])

    expect(there).toMatchObject({ status: 'rejected', reason: { unit: 'unit 3' } })
    expect(there).toMatchObject({ reason: expect.any(DamagedParticipation) })
    expect(elsewhere).toEqual({ status: 'fulfilled', value: 'new' })
  })

  if (engine === 'postgres') {
    it('does not tell in which order people came: a small assessment is one transaction', async () => {
      const few = units.slice(0, 8)
      const { store, assessment } = await offices.newParticipation(few)
      for (const [turn, { id }] of few.entries()) {
        await bindPlace(store, assessment, id, turn, randomBytes(384))
      }

      const { rows } = await sql<{ xmin: string }>`
        select distinct xmin::text as xmin from participation_blob
        where assessment_id = ${assessment}`.execute(store.db)

      expect(rows).toHaveLength(1)
    })
  }
})
