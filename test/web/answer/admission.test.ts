import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUnitKey } from '#server/registrar/sign-blinded.ts'
import { readAccessCode, writeAccessCode } from '#surveys/ballot/access-code.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { createSealingKey } from '#surveys/ballot/sealing-key.ts'
import { hashOfKey } from '#surveys/ballot/unit-key.ts'
import type { Admission } from '#web/answer/admission.ts'
import { admitEmployee } from '#web/answer/admit-employee.ts'
import { readCarriedBallot, writeCarriedBallot } from '#web/answer/carried-ballot.ts'
import { keptBallots } from '#web/answer/kept-ballots.ts'
import { sealing } from '#web/answer/sealing.ts'
import {
  type InventedSurvey,
  inventSurvey,
} from '../../surveys/ballot/invented-survey.ts'
import { aStorage } from './a-storage.ts'
import { type BothDoors, bothDoors } from './both-doors.ts'

const codeOf = (seed: number) => writeAccessCode(new Uint8Array(16).fill(seed))
const mine = codeOf(7)
const colleagues = codeOf(8)
const answers = { 'slept-badly': 'often' }

let survey: InventedSurvey
let doors: BothDoors
let storage: Storage

beforeAll(async () => {
  survey = await inventSurvey()
})

beforeEach(() => {
  storage = aStorage()
  doors = bothDoors(
    survey,
    new Map([
      [mine, 'north'],
      [colleagues, 'south'],
    ]),
  )
  vi.stubGlobal('fetch', doors.fetch)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

interface Coming {
  readonly code?: string
  readonly carried?: string
  readonly storage?: Storage
}

function meet({ code = '', carried = '', ...coming }: Coming): Promise<Admission> {
  const { manifest } = survey
  return admitEmployee({
    manifest,
    code,
    carried,
    kept: keptBallots(coming.storage ?? storage, manifest.assessment),
    loadSealing: async () => sealing,
  })
}

/** With a code, let in, a ballot collected. */
async function withBallot(coming: Coming = { code: mine }): Promise<Admission> {
  const admission = await meet(coming)
  await admission.enter()
  expect(await admission.collect()).toEqual({ kind: 'collected' })
  return admission
}

const pathsAsked = () => doors.asked.map(({ path }) => path)

describe('the right to answer', () => {
  it('is looked at without being used: the code names the unit, and nothing is bound', async () => {
    const admission = await meet({ code: mine })

    expect(await admission.enter()).toMatchObject({
      kind: 'in',
      unit: { id: 'north', headcount: 17 },
    })
    expect(pathsAsked()).toEqual(['/api/collect/look'])
    expect(storage.length).toBe(0)
  })

  it('brings sealed answers to the box, without the code that it began with', async () => {
    const admission = await withBallot()

    expect(await admission.cast(answers)).toEqual({ kind: 'arrived' })

    expect(doors.answers()).toEqual([answers])
    const cast = doors.asked.find(({ path }) => path === '/ballot')
    expect(Object.keys(cast?.body ?? {})).toEqual(['assessment', 'sealed'])
    expect(JSON.stringify(cast)).not.toContain(mine)
  })

  it('is bound by what the registrar cannot recognise later', async () => {
    const admission = await withBallot()
    await admission.cast(answers)

    const [, collect, cast] = doors.asked

    expect(collect?.body['blinded']).toHaveLength(512)
    expect(cast?.body['sealed']).not.toContain(collect?.body['blinded']?.slice(0, 40))
  })

  it('sends the same number of letters, whatever is answered', async () => {
    const admission = await withBallot()

    await admission.cast({})
    await admission.cast({ ...answers, barriers: ['time', 'cost'] })

    const lengths = doors.asked
      .filter(({ path }) => path === '/ballot')
      .map(({ body }) => body['sealed']?.length)
    expect(new Set(lengths).size).toBe(1)
  })

  it('replaces what was cast before when it is used again', async () => {
    const admission = await withBallot()
    await admission.cast({ 'slept-badly': 'never' })

    expect(await admission.cast(answers)).toEqual({ kind: 'arrived' })

    expect(doors.answers()).toEqual([answers])
    expect(pathsAsked().filter((path) => path === '/api/collect')).toHaveLength(1)
  })

  it('counts once when the answer of the box was lost on the way', async () => {
    const admission = await withBallot()
    doors.cut('/ballot')

    expect(await admission.cast(answers)).toEqual({ kind: 'unclear' })

    doors.mend()
    expect(await admission.cast(answers)).toEqual({ kind: 'arrived' })
    expect(doors.answers()).toEqual([answers])
  })

  it('asks for the same ballot again when the answer of the registrar was lost', async () => {
    const admission = await meet({ code: mine })
    await admission.enter()
    doors.cut('/api/collect')

    expect(await admission.collect()).toEqual({ kind: 'unreachable' })

    doors.mend()
    expect(await admission.collect()).toEqual({ kind: 'collected' })
  })

  it('survives a page that closes while the registrar answers', async () => {
    const before = await meet({ code: mine })
    await before.enter()
    doors.cut('/api/collect')
    await before.collect()
    before.leave()
    doors.mend()

    await withBallot({ code: mine })
  })

  it('stops where the ballot is not signed with the key of the unit', async () => {
    const admission = await meet({ code: mine })
    await admission.enter()
    doors.signsFor = 'south'

    expect(await admission.collect()).toEqual({
      kind: 'stopped',
      fault: 'ballot-not-of-the-unit',
    })
    expect(admission.ballotCode()).toBeNull()
  })

  it.each([
    ['a key of one’s own', async () => (await createUnitKey()).publicKey],
    ['the key of another unit', async () => survey.publicKeys.get('south')],
    ['the key in another writing', async () => `${survey.publicKeys.get('north')}AAAA`],
    ['none', async () => ''],
  ])('stops before anything is asked for where the code brings %s', async (_, key) => {
    doors.ownKey = await key()
    const admission = await meet({ code: mine })

    expect(await admission.enter()).toEqual({
      kind: 'stopped',
      fault: 'unit-key-not-in-manifest',
    })
    expect(await admission.collect()).toEqual({ kind: 'unknown' })
    expect(pathsAsked()).toEqual(['/api/collect/look'])
    expect(storage.length).toBe(0)
  })

  it('waits where the code brings no key at all', async () => {
    doors.ownKey = 7
    const admission = await meet({ code: mine })

    expect(await admission.enter()).toEqual({ kind: 'unreachable' })
  })

  it('stops where the code belongs to a unit that the manifest does not know', async () => {
    const stranger = codeOf(9)
    doors = bothDoors(survey, new Map([[stranger, 'only-you']]))
    vi.stubGlobal('fetch', doors.fetch)

    const admission = await meet({ code: stranger })

    expect(await admission.enter()).toEqual({
      kind: 'stopped',
      fault: 'unit-not-in-manifest',
    })
  })

  it('says what is wrong with a code without asking anybody', async () => {
    const admission = await meet({ code: mine.slice(0, -1) })

    expect(await admission.enter()).toEqual({
      kind: 'not-a-code',
      typed: { kind: 'length', length: 25 },
    })
    expect(doors.asked).toEqual([])
  })

  it('ends with the survey', async () => {
    const admission = await withBallot()
    doors.isClosed = true

    expect(await admission.cast(answers)).toEqual({ kind: 'closed' })
    expect(await (await meet({ code: colleagues })).enter()).toEqual({ kind: 'closed' })
  })
})

describe('a ballot on one’s own device', () => {
  it('is kept until it is used, so that a page that closed can go on without the registrar', async () => {
    const before = await withBallot()
    before.leave()
    const asked = doors.asked.length

    const after = await meet({})

    expect(after.holdsBallot()).toBe(true)
    expect(await after.enter()).toMatchObject({ kind: 'in', unit: { id: 'north' } })
    expect(await after.cast(answers)).toEqual({ kind: 'arrived' })
    expect(pathsAsked().slice(asked)).toEqual([
      `/state/${survey.manifest.assessment}`,
      '/ballot',
    ])
    expect(storage.length).toBe(0)
  })

  it('is kept without the code, and without an answer', async () => {
    await withBallot()

    const kept = JSON.stringify([storage.key(0), storage.getItem(storage.key(0) ?? '')])

    expect(Object.keys(JSON.parse(storage.getItem(storage.key(0) ?? '') ?? ''))).toEqual([
      'unit',
      'seed',
      'signature',
      'mark',
    ])
    expect(kept).not.toContain(mine)
    expect(kept).not.toContain(mine.replaceAll('-', ''))
  })

  it('is removed when somebody leaves for good', async () => {
    const admission = await withBallot()

    admission.forget()

    expect(storage.length).toBe(0)
    expect(admission.ballotCode()).toBeNull()
  })

  it('is another person’s when another code comes, and stays theirs', async () => {
    const before = await withBallot()
    before.leave()

    const other = await withBallot({ code: colleagues })
    await other.cast(answers)

    expect(await (await meet({ code: mine })).enter()).toMatchObject({
      unit: { id: 'north' },
    })
    expect(storage.length).toBe(1)
  })

  it('is not offered without a code where several people keep one', async () => {
    for (const code of [mine, colleagues]) (await withBallot({ code })).leave()

    expect((await meet({})).holdsBallot()).toBe(false)
  })

  it('works just as well in a browser that keeps nothing', async () => {
    const admission = await withBallot({ code: mine, storage: aStorage(true) })

    expect(await admission.cast(answers)).toEqual({ kind: 'arrived' })
  })

  it('is asked for anew where what was kept is no ballot of this survey', async () => {
    const admission = await withBallot()
    admission.leave()
    const name = storage.key(0) ?? ''
    const kept = JSON.parse(storage.getItem(name) ?? '')
    storage.setItem(name, JSON.stringify({ ...kept, signature: 'AAAA' }))

    await withBallot()
  })
})

describe('a ballot on a device that others use', () => {
  it('is the one a typed code gets, and is kept nowhere', async () => {
    const admission = await meet({})
    admission.code = mine

    expect(admission.device).toBe('shared')

    await admission.enter()
    await admission.collect()

    expect(storage.length).toBe(0)
  })

  it('is collected only when answers are sent', async () => {
    const admission = await meet({})
    admission.code = mine
    await admission.enter()
    expect(pathsAsked()).toEqual(['/api/collect/look'])

    expect(await admission.cast(answers)).toEqual({ kind: 'arrived' })

    expect(pathsAsked().slice(1)).toEqual(['/api/collect', '/ballot'])
  })

  it('is removed at once when somebody says that others use the device', async () => {
    const admission = await withBallot()
    expect(storage.length).toBe(1)

    admission.device = 'shared'

    expect(storage.length).toBe(0)
    expect(await admission.cast(answers)).toEqual({ kind: 'arrived' })
  })
})

describe('a ballot that moves to another device', () => {
  it('is brought by a link, and needs neither code nor registrar there', async () => {
    const carried = (await withBallot()).carriedBallot() ?? ''
    const asked = doors.asked.length

    const phone = await meet({ carried, storage: aStorage() })

    expect(await phone.enter()).toMatchObject({ kind: 'in', unit: { id: 'north' } })
    expect(await phone.cast(answers)).toEqual({ kind: 'arrived' })
    expect(pathsAsked().slice(asked)).toEqual([
      `/state/${survey.manifest.assessment}`,
      '/ballot',
    ])
    expect(doors.answers()).toEqual([answers])
  })

  it('is refused there where anything of it is altered, and the code is asked for', async () => {
    const carried = (await withBallot()).carriedBallot() ?? ''

    // Unit, seed, signature and mark, each at its beginning and near its end.
    for (const at of [5, 8, 24, 30, 500, 536, 540, 548]) {
      const other = carried[at] === 'A' ? 'B' : 'A'
      const altered = carried.slice(0, at) + other + carried.slice(at + 1)
      const phone = await meet({ carried: altered, storage: aStorage() })

      expect(await phone.enter(), `letter ${at}`).toEqual({ kind: 'unreadable' })
      expect(await phone.enter()).toMatchObject({ kind: 'not-a-code' })
    }
  })

  it('is refused there where the unit is another that the survey has', async () => {
    const carried = (await withBallot()).carriedBallot() ?? ''
    const read = readCarriedBallot(carried, survey.manifest)
    if (!read) throw new Error('expected a carried ballot')
    const moved = writeCarriedBallot({ ...read, unit: 'south' }, survey.manifest)

    const phone = await meet({ carried: moved, storage: aStorage() })

    expect(await phone.enter()).toEqual({ kind: 'unreadable' })
  })

  it('is refused there where the phone is shown another manifest, in whatever word', async () => {
    const carried = (await withBallot()).carriedBallot() ?? ''
    const { manifest } = survey
    const [north, ...others] = manifest.units
    const keyHash = await hashOfKey((await createUnitKey()).publicKey)
    const marked = { ...manifest, units: [{ ...north, keyHash }, ...others] } as Manifest
    const [first, ...more] = manifest.trustees
    const { publicKey } = await createSealingKey()
    const tapped = {
      ...manifest,
      trustees: [{ ...first, publicKey }, ...more],
    } as Manifest

    for (const shown of [marked, tapped, { ...manifest, people: 41 }]) {
      const phone = await admitEmployee({
        manifest: shown,
        code: '',
        carried,
        kept: keptBallots(aStorage(), manifest.assessment),
        loadSealing: async () => sealing,
      })

      expect(await phone.enter()).toEqual({ kind: 'unreadable' })
    }
  })

  it('is left aside for a code, so that nobody answers with another’s ballot unaware', async () => {
    const carried = (await withBallot()).carriedBallot() ?? ''
    const phone = await meet({ carried, storage: aStorage() })
    expect(phone.isCarried()).toBe(true)

    phone.dropCarried()
    phone.code = colleagues

    expect(await phone.enter()).toMatchObject({ kind: 'in', unit: { id: 'south' } })
    expect(phone.isCarried()).toBe(false)
  })

  it('is taken for the invitation alone, and found again with the ballot code', async () => {
    const ballotCode = (await withBallot()).ballotCode() ?? ''
    const phone = await meet({ code: mine, storage: aStorage() })
    await phone.enter()
    expect(await phone.collect()).toEqual({ kind: 'taken' })

    phone.useSeed(new Uint8Array(readAccessCode(ballotCode) ?? []))

    expect(await phone.collect()).toEqual({ kind: 'collected' })
    expect(await phone.cast(answers)).toEqual({ kind: 'arrived' })
  })

  it('stays taken for another ballot code', async () => {
    await withBallot()
    const phone = await meet({ code: mine, storage: aStorage() })
    await phone.enter()
    await phone.collect()

    phone.useSeed(new Uint8Array(16))

    expect(await phone.collect()).toEqual({ kind: 'taken' })
  })

  it('keeps nothing of a ballot that was not to be had', async () => {
    await withBallot()
    const other = aStorage()
    const phone = await meet({ code: mine, storage: other })
    await phone.enter()

    await phone.collect()

    expect(other.length).toBe(0)
  })
})

describe('after casting', () => {
  it('tells whether the envelope is there, and takes it back', async () => {
    const admission = await withBallot()
    expect(await admission.claim('check')).toBe('absent')
    await admission.cast(answers)

    expect(await admission.claim('check')).toBe('there')
    expect(await admission.claim('withdraw')).toBe('withdrawn')
    expect(await admission.claim('withdraw')).toBe('absent')
    expect(doors.answers()).toEqual([])
  })

  it('says that it is too late once the survey is closed', async () => {
    const admission = await withBallot()
    await admission.cast(answers)
    doors.isClosed = true

    expect(await admission.claim('withdraw')).toBe('closed')
  })

  it('finds the envelope with ballot code and unit alone', async () => {
    const admission = await withBallot()
    await admission.cast(answers)
    const seed = new Uint8Array(readAccessCode(admission.ballotCode() ?? '') ?? [])
    const { manifest } = survey

    const sealed = await sealing.claim(manifest, 'check', 'north', seed)
    const elsewhere = await sealing.claim(manifest, 'check', 'south', seed)

    const { sendClaim } = await import('#web/answer/ballot-box.ts')
    expect(await sendClaim(manifest, 'check', sealed)).toBe('there')
    expect(await sendClaim(manifest, 'check', elsewhere)).toBe('absent')
  })
})
