import { hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toBigInt } from '#surveys/ballot/bytes.ts'
import { deriveBallot, deriveFactor, drawSeed } from '#surveys/ballot/seed.ts'
import { hashOfKey } from '#surveys/ballot/unit-key.ts'
import { assessment } from './invented-survey.ts'
import { rfcKey, rfcSpki } from './rfc9474-key.ts'

const unit = { id: 'north', keyHash: await hashOfKey(rfcSpki) }

describe('a seed', () => {
  it('has 128 bits and is another one each time', () => {
    const seeds = Array.from({ length: 100 }, () => drawSeed())

    expect(new Set(seeds.map(({ length }) => length))).toEqual(new Set([16]))
    expect(new Set(seeds.map((seed) => toBigInt(seed))).size).toBe(100)
  })

  it('is stretched by HKDF as Node stretches it', async () => {
    const seed = drawSeed()
    const salt = 'groundwork ballot seed 2'
    const byNode = (purpose: string, length: number) => {
      const info = JSON.stringify([purpose, assessment, 'north', unit.keyHash])
      return new Uint8Array(hkdfSync('sha256', seed, salt, info, length))
    }

    const secrets = await deriveBallot(seed, assessment, unit)
    const r = await deriveFactor(seed, assessment, unit, rfcKey)

    expect(secrets.serial).toEqual(byNode('serial', 32))
    expect(secrets.prefix).toEqual(byNode('prefix', 32))
    expect(secrets.salt).toEqual(byNode('salt', 48))
    expect(secrets.check).toEqual(byNode('check', 32))
    expect(r).toBe(firstBelow(rfcKey.n, (at) => byNode(`factor ${at}`, 512)))
  })

  it('gives unrelated secrets for each purpose', async () => {
    const { serial, prefix, salt, check } = await deriveBallot(
      drawSeed(),
      assessment,
      unit,
    )

    const heads = [serial, prefix, salt, check].map((part) => toBigInt(part.slice(0, 8)))

    expect(new Set(heads).size).toBe(4)
  })

  it('draws a blinding factor among all that have an inverse, and among no others', async () => {
    const tiny = { n: 15n, e: 3n, bits: 4, bytes: 1 }

    const factors = new Set<bigint>()
    for (let draw = 0; draw < 200; draw += 1) {
      const seed = new Uint8Array(16).fill(draw)
      factors.add(await deriveFactor(seed, assessment, unit, tiny))
    }

    expect(factors).toEqual(new Set([1n, 2n, 4n, 7n, 8n, 11n, 13n, 14n]))
  })

  it('finds no blinding factor under a key that leaves none', async () => {
    const broken = { n: 1n, e: 3n, bits: 1, bytes: 1 }

    await expect(deriveFactor(drawSeed(), assessment, unit, broken)).rejects.toThrow(
      'no blinding factor',
    )
  })
})

function firstBelow(n: bigint, candidate: (at: number) => Uint8Array): bigint {
  for (let at = 0; ; at += 1) {
    const r = toBigInt(candidate(at))
    if (r < n) return r
  }
}
