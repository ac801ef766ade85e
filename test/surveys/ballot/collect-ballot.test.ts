import { beforeAll, describe, expect, it } from 'vitest'
import { createUnitKey, signBlinded } from '#server/registrar/sign-blinded.ts'
import { fromBase64url, toHex } from '#surveys/ballot/bytes.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { collect, flip, type InventedSurvey, inventSurvey } from './invented-survey.ts'

describe('collecting a ballot', () => {
  let survey: InventedSurvey
  beforeAll(async () => {
    survey = await inventSurvey()
  })

  const keyOf = (unit: string) => survey.publicKeys.get(unit) ?? ''

  it('asks with the same bytes when the seed is the same, and holds the same ballot', async () => {
    const seed = drawSeed()

    const first = await collect(survey, 'north', seed)
    const again = await collect(survey, 'north', seed)

    expect(toHex(again.blinded)).toBe(toHex(first.blinded))
    expect(again.ballot).toEqual(first.ballot)
    expect(again.check).toEqual(first.check)
  })

  it('shares nothing with another seed, unit, survey or key', async () => {
    const seed = drawSeed()
    const { manifest } = survey
    const elsewhere = { ...manifest, assessment: '0c4b6f9e-0000-4000-8000-000000000000' }
    const [north, south] = manifest.units
    const swapped = [
      { ...north, keyHash: south?.keyHash },
      { ...south, keyHash: north?.keyHash },
    ] as Manifest['units']
    const [northKey, southKey] = [keyOf('north'), keyOf('south')]

    const asked = await Promise.all([
      prepareCollecting(manifest, 'north', northKey, seed),
      prepareCollecting(manifest, 'south', southKey, seed),
      prepareCollecting(elsewhere, 'north', northKey, seed),
      prepareCollecting({ ...manifest, units: swapped }, 'north', southKey, seed),
      prepareCollecting(manifest, 'north', northKey, drawSeed()),
    ])

    expect(new Set(asked.map(({ blinded }) => toHex(blinded))).size).toBe(5)
    expect(new Set(asked.map(({ check }) => toHex(check))).size).toBe(5)
  })

  it('names a ballot of 32 random bytes, in the unit it was asked for', async () => {
    const { ballot } = await collect(survey, 'south')

    expect(ballot.unit).toBe('south')
    expect(fromBase64url(ballot.serial)).toHaveLength(32)
    expect(fromBase64url(ballot.prefix)).toHaveLength(32)
    expect(fromBase64url(ballot.signature)).toHaveLength(384)
  })

  it('notices a reply that is no signature of the unit', async () => {
    const { manifest, unitKeys } = survey
    const asking = await prepareCollecting(manifest, 'north', keyOf('north'), drawSeed())
    const { blinded, finish } = asking
    const right = signBlinded(unitKeys.get('north') ?? '', blinded) ?? new Uint8Array()
    const otherUnit = signBlinded(unitKeys.get('south') ?? '', blinded)
    const wrong = [
      otherUnit ?? new Uint8Array(384),
      blinded,
      flip(right, 0),
      flip(right, 3071),
      right.subarray(1),
      new Uint8Array([0, ...right]),
      new Uint8Array(384),
      new Uint8Array(384).fill(255),
    ]

    const ballots = await Promise.all(wrong.map((reply) => finish(reply)))

    expect(ballots).toEqual(wrong.map(() => null))
    expect(await finish(right)).not.toBeNull()
  })

  it('refuses a unit that the manifest does not name, and a seed of another length', async () => {
    const { manifest } = survey

    const key = keyOf('north')
    await expect(prepareCollecting(manifest, 'east', key, drawSeed())).rejects.toThrow(
      'east',
    )
    await expect(
      prepareCollecting(manifest, 'north', key, new Uint8Array(15)),
    ).rejects.toThrow('16 bytes')
  })

  it('asks nothing with a key that is not the unit’s, be it the neighbours’ or a new one', async () => {
    const { manifest } = survey
    const { publicKey } = await createUnitKey()

    for (const key of [keyOf('south'), publicKey, '']) {
      await expect(prepareCollecting(manifest, 'north', key, drawSeed())).rejects.toThrow(
        'unit-key-not-in-manifest',
      )
    }
  })
})
