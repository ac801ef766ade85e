import { beforeAll, describe, expect, it } from 'vitest'
import {
  claimSize,
  openClaim,
  openForBox,
  outerSize,
  sealClaim,
  sealForBox,
} from '#surveys/ballot/box-message.ts'
import { sha256 } from '#surveys/ballot/bytes.ts'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import {
  createSealingKey,
  readyToOpen,
  sealOverhead,
  sealTo,
} from '#surveys/ballot/sealing-key.ts'
import {
  type Collected,
  collect,
  flip,
  type InventedSurvey,
  inventSurvey,
} from './invented-survey.ts'

describe('the way to the ballot box', () => {
  let survey: InventedSurvey
  let key: CryptoKeyPair
  let own: Collected
  beforeAll(async () => {
    survey = await inventSurvey()
    key = await readyToOpen(survey.boxKey)
    own = await collect(survey, 'south')
  })

  const castOf = async (collected = own) => ({
    ballot: collected.ballot,
    check: await sha256(collected.check),
    inner: await sealAnswers({ age: 3 }, collected.ballot, survey.manifest),
  })

  it('brings ballot, check and envelope as they were, in one size', async () => {
    const cast = await castOf()

    const outer = await sealForBox(cast, survey.manifest)

    expect(outer).toHaveLength(outerSize(survey.manifest))
    expect(await openForBox(key, outer, survey.manifest)).toEqual(cast)
  })

  it('has one size on the way whatever was said, in whichever unit', async () => {
    const north = await collect(survey, 'north')
    const said = [{}, { age: 3 }, { a: 'x'.repeat(4000) }, { b: ['one', 'two'] }]

    const outers = await Promise.all(
      [own, north].flatMap(({ ballot, check }) =>
        said.map(async (answers) => {
          const inner = await sealAnswers(answers, ballot, survey.manifest)
          const cast = { ballot, check: await sha256(check), inner }
          return sealForBox(cast, survey.manifest)
        }),
      ),
    )

    expect(new Set(outers.map(({ length }) => length))).toEqual(
      new Set([outerSize(survey.manifest)]),
    )
  })

  it('shows on the way neither ballot nor unit nor envelope, and never the same bytes twice', async () => {
    const cast = await castOf()

    const first = await sealForBox(cast, survey.manifest)
    const again = await sealForBox(cast, survey.manifest)

    expect(again).not.toEqual(first)
    expect(Buffer.from(first).includes(Buffer.from(cast.inner.subarray(0, 16)))).toBe(
      false,
    )
    expect(Buffer.from(first).includes(Buffer.from(cast.check.subarray(0, 16)))).toBe(
      false,
    )
  })

  it('ends where a bit was turned, the length changed, the survey or the key is another', async () => {
    const outer = await sealForBox(await castOf(), survey.manifest)
    const elsewhere = { ...survey.manifest, assessment: 'another' }
    const otherKey = await readyToOpen(await createSealingKey())
    const bits = Array.from({ length: 400 }, (_, at) => at * 98 + 256)
    const ends = Array.from({ length: 256 }, (_, bit) => bit)

    const turned = await Promise.all(
      [...bits, ...ends].map((bit) => openForBox(key, flip(outer, bit), survey.manifest)),
    )

    expect(turned.filter((each) => each !== null)).toEqual([])
    expect(await openForBox(key, outer.slice(1), survey.manifest)).toBeNull()
    expect(await openForBox(key, new Uint8Array(), survey.manifest)).toBeNull()
    expect(await openForBox(key, outer, elsewhere)).toBeNull()
    expect(await openForBox(otherKey, outer, survey.manifest)).toBeNull()
  })

  it('ends at the box when somebody sealed too little, too much, or a unit that is not there', async () => {
    const { manifest } = survey
    const seal = (bytes: number, unit: number) => {
      const message = new Uint8Array(bytes)
      message[3] = unit
      const purpose = ['groundwork ballot box 1', 'cast', manifest.assessment]
      return sealTo(manifest.ballotBox.publicKey, purpose, message)
    }
    const right = outerSize(manifest) - sealOverhead
    const sealed = await Promise.all([
      seal(right - 1, 0),
      seal(right + 1, 0),
      seal(0, 0),
      seal(right, 2),
      seal(right, 255),
    ])

    const opened = await Promise.all(
      sealed.map((outer) => openForBox(key, outer, manifest)),
    )

    expect(opened).toEqual(sealed.map(() => null))
    expect(await openForBox(key, await seal(right, 1), manifest)).not.toBeNull()
  })

  it('ends at the box without an error for bytes that are no message, and for a null point', async () => {
    const size = outerSize(survey.manifest)

    expect(await openForBox(key, new Uint8Array(size), survey.manifest)).toBeNull()
    expect(
      await openForBox(key, new Uint8Array(size).fill(255), survey.manifest),
    ).toBeNull()
  })

  it('brings a wish to check or to withdraw, and takes neither for the other', async () => {
    const claim = { unit: 'south', serial: own.ballot.serial, check: own.check }

    const check = await sealClaim('check', claim, survey.manifest)
    const withdraw = await sealClaim('withdraw', claim, survey.manifest)

    expect([check.length, withdraw.length]).toEqual([claimSize, claimSize])
    expect(await openClaim('check', key, check, survey.manifest)).toEqual(claim)
    expect(await openClaim('withdraw', key, withdraw, survey.manifest)).toEqual(claim)
    expect(await openClaim('withdraw', key, check, survey.manifest)).toBeNull()
    expect(await openClaim('check', key, flip(check, 700), survey.manifest)).toBeNull()
    expect(await openClaim('check', key, new Uint8Array(3), survey.manifest)).toBeNull()
  })

  it('refuses to start with a ballot of another unit list or of the wrong length', async () => {
    const cast = await castOf()
    const { ballot } = cast
    const serial = ballot.serial.slice(1)
    const seal = (changed: object) => sealForBox({ ...cast, ...changed }, survey.manifest)

    await expect(seal({ ballot: { ...ballot, unit: 'east' } })).rejects.toThrow('east')
    await expect(seal({ ballot: { ...ballot, serial } })).rejects.toThrow('32 bytes')
    await expect(seal({ check: new Uint8Array(31) })).rejects.toThrow('bytes')
    await expect(seal({ inner: new Uint8Array(31) })).rejects.toThrow('bytes')
  })
})
