import { split } from 'shamir-secret-sharing'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  answerKeyFrom,
  fingerprintOf,
  gcmFor,
  sharePurpose,
} from '#surveys/ballot/answer-key.ts'
import { nullifierOf } from '#surveys/ballot/ballot.ts'
import { concat, toBase64url, utf8 } from '#surveys/ballot/bytes.ts'
import { openAnswers, openShare, sealedShareOf } from '#surveys/ballot/open-envelope.ts'
import { padAnswers, unpadAnswers } from '#surveys/ballot/padded-answers.ts'
import { sealTo } from '#surveys/ballot/sealing-key.ts'
import {
  type Collected,
  collect,
  type InventedSurvey,
  inventSurvey,
  keyOf,
} from './invented-survey.ts'

const secret = new Uint8Array(32).fill(7)

describe('an envelope made with ill will by somebody entitled to answer', () => {
  let survey: InventedSurvey
  let own: Collected
  beforeAll(async () => {
    survey = await inventSurvey()
    own = await collect(survey)
  })

  it('opens when nothing in it was changed, as the cases below start from', async () => {
    const shares = await split(secret, 3, 2)

    expect(await openBy([0, 1], await make(shares))).toEqual({
      kind: 'answers',
      answers: { age: 3 },
    })
  })

  it('does not stop the tally by shares with one place, the place zero, or no relation', async () => {
    const [one = new Uint8Array()] = await split(secret, 3, 2)
    const zero = new Uint8Array(33)
    const random = new Uint8Array(33).fill(5)

    const opened = [
      await openBy([0, 1], await make([one, one, one])),
      await openBy([0, 1], await make([one, zero, zero])),
      await openBy([0, 1], await make([zero, one, one])),
      await openBy([0, 1], await make([one, random, random])),
    ]

    expect(opened).toEqual(
      opened.map(() => ({ kind: 'fault', fault: 'shares-disagree' })),
    )
  })

  it('says one thing whichever trustees open it, or nothing', async () => {
    const [one = secret, two = secret] = await split(secret, 2, 2)
    const other = await split(new Uint8Array(32).fill(9), 2, 2)
    const envelope = await make([one, two, other[1] ?? secret])

    const kinds = [
      (await openBy([0, 1], envelope)).kind,
      (await openBy([0, 2], envelope)).kind,
      (await openBy([1, 2], envelope)).kind,
      (await openBy([0, 1, 2], envelope)).kind,
    ]

    expect(kinds).toEqual(['answers', 'fault', 'fault', 'fault'])
  })

  it.each([
    ['no JSON', '{'],
    ['white space in the JSON', '{ "age":3}'],
    ['keys in another order', '{"b":1,"a":2}'],
    ['a key twice', '{"age":3,"age":3}'],
    ['a number written otherwise', '{"age":3.0}'],
    ['an escape that nobody needs', '{"a":"\\u0041"}'],
    ['nesting without end', '['.repeat(4000)],
    ['deep nesting', `${'['.repeat(2000)}${']'.repeat(2000)}`.slice(0, 3999)],
  ])('is unreadable with %s', async (_what, text) => {
    const padded = new Uint8Array(4096)
    padded.set(
      concat(Uint8Array.of(0, 0, text.length >> 8, text.length & 255), utf8(text)),
    )
    const envelope = await make(await split(secret, 3, 2), padded)

    expect(await openBy([0, 1], envelope)).toEqual({ kind: 'fault', fault: 'unreadable' })
  })

  it('is unreadable with something hidden in the padding, or a length beyond the end', () => {
    const padded = padAnswers({ age: 3 }, 4096)
    const hidden = new Uint8Array(padded).fill(1, 4095)
    const tooLong = new Uint8Array(padded).fill(255, 0, 4)
    const justTooLong = new Uint8Array(padded)
    justTooLong.set([0, 0, 0x0f, 0xfd])
    const notText = new Uint8Array(padded).fill(0xff, 4, 8)

    const read = [hidden, tooLong, justTooLong, notText].map(unpadAnswers)

    expect(read).toEqual([undefined, undefined, undefined, undefined])
    expect(unpadAnswers(padded)).toEqual({ age: 3 })
  })

  /** As `sealAnswers` does, with shares and content of the maker's choice. */
  async function make(
    shares: readonly Uint8Array[],
    padded = padAnswers({ age: 3 }, 4096),
  ): Promise<Uint8Array> {
    const { key, commitment } = await answerKeyFrom(secret)
    const nullifier = toBase64url(await nullifierOf(own.ballot.serial))
    const sealed = await Promise.all(
      survey.manifest.trustees.map(async ({ id, publicKey }, at) => {
        const share = shares[at] ?? new Uint8Array(33)
        const purpose = sharePurpose(survey.manifest.assessment, id, nullifier)
        return concat(await fingerprintOf(share), await sealTo(publicKey, purpose, share))
      }),
    )
    const head = concat(Uint8Array.of(1), commitment, ...sealed)
    const content = concat(padded)
    const answers = await crypto.subtle.encrypt(gcmFor(own.ballot, head), key, content)
    return concat(head, new Uint8Array(answers))
  }

  async function openBy(places: readonly number[], envelope: Uint8Array) {
    const shares = await Promise.all(
      places.map(async (place) => {
        const trustee = `trustee-${place}`
        const { ballot } = own
        const sealed = await sealedShareOf(trustee, envelope, ballot, survey.manifest)
        const share = sealed && (await openShare(await keyOf(survey, trustee), sealed))
        if (!share) throw new Error(`expected a share of ${trustee}`)
        return share
      }),
    )
    return openAnswers(envelope, shares, own.ballot, survey.manifest)
  }
})
