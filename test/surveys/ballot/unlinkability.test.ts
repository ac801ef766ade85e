import { createHash, createPrivateKey } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { sealForBox } from '#surveys/ballot/box-message.ts'
import { fromBase64url, fromBigInt, sha256, toBigInt } from '#surveys/ballot/bytes.ts'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import { inverse, power } from '#surveys/ballot/modular.ts'
import { type RsaKey, readRsaKey } from '#surveys/ballot/rsa-key.ts'
import { deriveFactor } from '#surveys/ballot/seed.ts'
import { hashOfKey } from '#surveys/ballot/unit-key.ts'
import { assessment, type Collected, collect, inventSurvey } from './invented-survey.ts'
import { rfcKey, rfcSpki } from './rfc9474-key.ts'

const { n } = rfcKey
const unit = { id: 'north', keyHash: await hashOfKey(rfcSpki) }

/** Seeds that are the same in every run. */
function seedOf(person: number): Uint8Array {
  return new Uint8Array(createHash('sha256').update(`person ${person}`).digest()).slice(
    0,
    16,
  )
}

describe('the blinding factor', () => {
  it('is as likely in each sixteenth below the modulus', async () => {
    const people = 1000
    const found = new Array<number>(16).fill(0)
    for (let person = 0; person < people; person += 1) {
      const r = await deriveFactor(seedOf(person), assessment, unit, rfcKey)
      const sixteenth = Number((r * 16n) / n)
      found[sixteenth] = (found[sixteenth] ?? 0) + 1
    }

    const expected = people / 16
    const chiSquare = found.reduce(
      (sum, count) => sum + (count - expected) ** 2 / expected,
      0,
    )

    // One uniform draw in a million passes 56; reducing instead of rejecting gives about 120.
    expect(chiSquare).toBeLessThan(56)
  })
})

describe('what the registrar signed', () => {
  let people: readonly Collected[]
  let key: RsaKey
  let exponent: bigint
  beforeAll(async () => {
    const survey = await inventSurvey()
    key = readRsaKey(survey.publicKeys.get('north') ?? '') ?? rfcKey
    const { d = '' } = createPrivateKey(survey.unitKeys.get('north') ?? '').export({
      format: 'jwk',
    })
    exponent = numberOf(String(d))
    people = await Promise.all(
      Array.from({ length: 60 }, (_, person) => collect(survey, 'north', seedOf(person))),
    )
  })

  it('could have become every ballot: one blinding factor explains each pair', () => {
    const some = people.slice(0, 3)

    for (const { blinded } of some) {
      for (const { ballot } of some) {
        const { n, e } = key
        const message = power(numberOf(ballot.signature), e, n)
        const quotient = (toBigInt(blinded) * (inverse(message, n) ?? 0n)) % n
        const r = power(quotient, exponent, n)

        expect(r).toBeGreaterThan(1n)
        expect(fromBigInt((message * power(r, e, n)) % n, 384)).toEqual(blinded)
      }
    }
  })

  it('resembles its own ballot no more than another', () => {
    const views = people.map(({ ballot }) => ({
      signature: numberOf(ballot.signature),
      message: power(numberOf(ballot.signature), key.e, key.n),
    }))
    const kinds = ['signature', 'message'] as const

    const hits = kinds.flatMap((kind) =>
      (['blinded', 'blindSignature'] as const).map((seen) => {
        const guesses = people.map((person) => {
          const distances = views.map((view) =>
            distance(toBigInt(person[seen]), view[kind]),
          )
          return distances.indexOf(Math.min(...distances))
        })
        return guesses.filter((guess, person) => guess === person).length
      }),
    )

    // By chance one of sixty is guessed; ten or more happens once in ten million.
    expect(Math.max(...hits)).toBeLessThan(10)
  })
})

describe('what registrar and ballot box saw of sixty people', () => {
  it('shares no eight bytes in a row', async () => {
    const survey = await inventSurvey()
    const registrar = new Set<string>()
    const box = new Set<string>()
    for (let person = 0; person < 60; person += 1) {
      const collected = await collect(survey)
      const { ballot, check, blinded, blindSignature } = collected
      const inner = await sealAnswers({ age: person }, ballot, survey.manifest)
      const cast = { ballot, check: await sha256(check), inner }
      const parts = [ballot.serial, ballot.prefix, ballot.signature].map(bytesOf)
      addWindows(registrar, [blinded, blindSignature])
      addWindows(box, [
        await sealForBox(cast, survey.manifest),
        await sha256(bytesOf(ballot.serial)),
        cast.check,
        check,
        inner,
        ...parts,
      ])
    }

    expect([...registrar].filter((each) => box.has(each))).toEqual([])
    expect(registrar.size).toBe(60 * 2 * (384 - 7))
  })
})

function numberOf(text: string): bigint {
  return toBigInt(bytesOf(text))
}

function bytesOf(text: string): Uint8Array {
  return fromBase64url(text) ?? new Uint8Array()
}

/** How many bits of two numbers differ. */
function distance(one: bigint, other: bigint): number {
  return (one ^ other).toString(2).replaceAll('0', '').length
}

function addWindows(windows: Set<string>, parts: readonly Uint8Array[]): void {
  for (const part of parts) {
    const bytes = Buffer.from(part)
    for (let at = 0; at + 8 <= bytes.length; at += 1) {
      windows.add(bytes.toString('latin1', at, at + 8))
    }
  }
}
