import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StoreKeys } from '#server/ballot-box/slots/store-keys.ts'
import { ParticipationKeys } from '#server/registrar/participation/participation-keys.ts'

const kinds = [
  ['of slots', StoreKeys, '.key'],
  ['of participation', ParticipationKeys, '.participation.key'],
] as const

describe.each(kinds)('key files %s', (_, Keys, ending) => {
  let folder: string
  const assessment = '5b6b0a4e-5f3f-4c53-9d5c-0f5f7f1f2a11'

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'groundwork-keys-'))
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('keep the key an assessment has', () => {
    const first = new Keys(folder).create(assessment)

    const again = new Keys(folder).create(assessment)

    expect(again).toEqual(first)
    expect(new Keys(folder).read(assessment)).toEqual(first)
    expect(first.sealing).toHaveLength(32)
    expect(first.epoch).toBe(0)
  })

  it('give every assessment a key of its own', () => {
    const keys = new Keys(folder)

    const [one, other] = [keys.create('one'), keys.create('other')]

    expect(one.sealing).not.toEqual(other.sealing)
  })

  it('count on without changing the key', () => {
    const keys = new Keys(folder)
    const key = keys.create('counted')

    keys.saveEpoch('counted', 41)

    expect(keys.read('counted')).toEqual({ ...key, epoch: 41 })
  })

  it('know nothing of a key that was destroyed', () => {
    const keys = new Keys(folder)
    keys.create('gone')

    expect(keys.destroy('gone')).toBe(true)

    expect(keys.read('gone')).toBeNull()
    expect(keys.destroy('gone')).toBe(false)
    keys.saveEpoch('gone', 3)
    expect(keys.read('gone')).toBeNull()
  })

  it.each(['../elsewhere', 'a/b', '', 'a.b'])('refuse the name "%s"', (name) => {
    expect(() => new Keys(folder).create(name)).toThrow(RangeError)
  })

  it('refuse a file that is no key', () => {
    writeFileSync(join(folder, `damaged${ending}`), 'groundwork')

    expect(() => new Keys(folder).read('damaged')).toThrow(/damaged/)
  })
})
