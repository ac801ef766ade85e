import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import { innerSize } from '#surveys/ballot/envelope-layout.ts'
import {
  type OpenedShare,
  openAnswers,
  openShare,
  sealedShareOf,
} from '#surveys/ballot/open-envelope.ts'
import { AnswersTooLong } from '#surveys/ballot/padded-answers.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import {
  type Collected,
  collect,
  flip,
  type InventedSurvey,
  inventSurvey,
  keyOf,
} from './invented-survey.ts'

const answers: Answers = {
  'sleep-trouble': 'often',
  age: 3,
  'getting-help': ['phone', 'in-person'],
  comment: 'ø, ț and 🌊',
}

describe('an envelope', () => {
  let survey: InventedSurvey
  let own: Collected
  let other: Collected
  let inner: Uint8Array<ArrayBuffer>
  beforeAll(async () => {
    survey = await inventSurvey()
    own = await collect(survey)
    other = await collect(survey)
    inner = await sealAnswers(answers, own.ballot, survey.manifest)
  })

  const shareOf = (trustee: string, of = survey, envelope = inner, collected = own) =>
    shareFrom(of, trustee, envelope, collected)

  it.each([
    [['trustee-0', 'trustee-1']],
    [['trustee-0', 'trustee-2']],
    [['trustee-2', 'trustee-1']],
    [['trustee-0', 'trustee-1', 'trustee-2']],
  ])('is opened by %s', async (trustees) => {
    const shares = await Promise.all(trustees.map((trustee) => shareOf(trustee)))

    const opened = await openAnswers(inner, shares, own.ballot, survey.manifest)

    expect(opened).toEqual({ kind: 'answers', answers })
  })

  it.each(['trustee-0', 'trustee-1', 'trustee-2'])(
    'is not opened by %s alone',
    async (trustee) => {
      const share = await shareOf(trustee)
      const twice = [share, share]

      expect(await openAnswers(inner, [share], own.ballot, survey.manifest)).toEqual(
        fault('too-few-shares'),
      )
      expect(await openAnswers(inner, twice, own.ballot, survey.manifest)).toEqual(
        fault('share-twice', trustee),
      )
    },
  )

  it('has one size whatever a thousand people say', async () => {
    const sizes = new Set<number>()

    await fc.assert(
      fc.asyncProperty(anyAnswers, async (said) => {
        sizes.add((await sealAnswers(said, own.ballot, survey.manifest)).length)
      }),
      { numRuns: 1000, seed: 9474 },
    )

    expect([...sizes]).toEqual([innerSize(survey.manifest)])
  })

  it('holds answers up to its last byte and names what is longer', async () => {
    const fitting = { a: 'x'.repeat(4096 - 4 - '{"a":""}'.length) }
    const tooLong = { a: `${fitting.a}x` }
    const sealed = await sealAnswers(fitting, own.ballot, survey.manifest)
    const shares = [
      await shareOf('trustee-0', survey, sealed),
      await shareOf('trustee-1', survey, sealed),
    ]

    const opened = await openAnswers(sealed, shares, own.ballot, survey.manifest)

    expect(opened).toEqual({ kind: 'answers', answers: fitting })
    await expect(sealAnswers(tooLong, own.ballot, survey.manifest)).rejects.toThrow(
      AnswersTooLong,
    )
  })

  it('is refused whichever single bit of it is turned', async () => {
    const shares = [await shareOf('trustee-0'), await shareOf('trustee-1')]
    const heads = Array.from(
      { length: 1 + 32 + 3 * 97 },
      (_, byte) => 8 * byte + (byte % 8),
    )
    const rest = Array.from({ length: 120 }, (_, at) => 8 * (324 + at * 34) + (at % 8))
    const tag = Array.from({ length: 128 }, (_, bit) => 8 * (inner.length - 16) + bit)

    const kinds = await Promise.all(
      [...heads, ...rest, ...tag].map(async (bit) => {
        const turned = flip(inner, bit)
        return (await openAnswers(turned, shares, own.ballot, survey.manifest)).kind
      }),
    )

    expect(new Set(kinds)).toEqual(new Set(['fault']))
    expect(kinds).toHaveLength(324 + 120 + 128)
  })

  it('gives a trustee no share from which a bit was turned', async () => {
    const key = await keyOf(survey, 'trustee-1')
    const share = await sealedShareOf('trustee-1', inner, own.ballot, survey.manifest)
    if (!share) throw new Error('expected a share')

    const opened = await Promise.all(
      Array.from({ length: 8 * share.sealed.length }, (_, bit) =>
        openShare(key, { ...share, sealed: flip(share.sealed, bit) }),
      ),
    )

    expect(opened.filter((each) => each !== null)).toEqual([])
  })

  it('gives a share to no other trustee, ballot or survey', async () => {
    const key = await keyOf(survey, 'trustee-0')
    const share = await sealedShareOf('trustee-0', inner, own.ballot, survey.manifest)
    const moved = await sealedShareOf('trustee-0', inner, other.ballot, survey.manifest)
    if (!share || !moved) throw new Error('expected shares')

    const opened = await Promise.all([
      openShare(await keyOf(survey, 'trustee-1'), share),
      openShare(key, { ...share, trustee: 'trustee-1' }),
      openShare(key, { ...share, assessment: 'another' }),
      openShare(key, moved),
      openShare(key, { ...share, sealed: share.sealed.slice(0, 40) }),
      openShare(key, { ...share, sealed: new Uint8Array(97) }),
    ])

    expect(opened).toEqual([null, null, null, null, null, null])
    expect(await openShare(key, share)).not.toBeNull()
  })

  it('does not open beside another ballot, unit or survey', async () => {
    const shares = [await shareOf('trustee-0'), await shareOf('trustee-1')]
    const { nullifier } = await shareFrom(survey, 'trustee-0', await seal(other), other)
    const relabelled = shares.map((share) => ({ ...share, nullifier }))

    const opened = await Promise.all([
      openAnswers(inner, shares, other.ballot, survey.manifest),
      openAnswers(inner, relabelled, other.ballot, survey.manifest),
      openAnswers(inner, shares, { ...own.ballot, unit: 'south' }, survey.manifest),
    ])

    expect(opened).toEqual([
      fault('share-of-another-ballot', 'trustee-0'),
      fault('altered'),
      fault('altered'),
    ])
  })

  it('names the trustee whose share is wrong, swapped, foreign or unknown', async () => {
    const good = await shareOf('trustee-0')
    const bad = await shareOf('trustee-1')
    const elsewhere = await shareFrom(survey, 'trustee-1', await seal(other), other)
    const open = (share: OpenedShare) =>
      openAnswers(inner, [good, share], own.ballot, survey.manifest)

    expect(await open({ ...bad, share: flip(bad.share, 0) })).toEqual(
      fault('share-wrong', 'trustee-1'),
    )
    expect(await open({ ...bad, share: good.share })).toEqual(
      fault('share-wrong', 'trustee-1'),
    )
    expect(await open({ ...bad, share: elsewhere.share })).toEqual(
      fault('share-wrong', 'trustee-1'),
    )
    expect(await open({ ...bad, share: new Uint8Array() })).toEqual(
      fault('share-wrong', 'trustee-1'),
    )
    expect(await open(elsewhere)).toEqual(fault('share-of-another-ballot', 'trustee-1'))
    expect(await open({ ...bad, assessment: 'another' })).toEqual(
      fault('share-of-another-survey', 'trustee-1'),
    )
    expect(await open({ ...bad, trustee: 'trustee-9' })).toEqual(
      fault('trustee-unknown', 'trustee-9'),
    )
  })

  it('is no envelope in another length or version', async () => {
    const shares = [await shareOf('trustee-0'), await shareOf('trustee-1')]
    const wrong = [
      inner.slice(1),
      new Uint8Array([...inner, 0]),
      flip(inner, 0),
      new Uint8Array(),
    ]

    const opened = await Promise.all(
      wrong.map((each) => openAnswers(each, shares, own.ballot, survey.manifest)),
    )

    expect(opened).toEqual(wrong.map(() => fault('malformed')))
  })

  it('is another one every time the same answers are sealed', async () => {
    const again = await seal(own)

    const windows = new Set(windowsOf(inner.subarray(1)))

    expect(windowsOf(again.subarray(1)).filter((each) => windows.has(each))).toEqual([])
  })

  const seal = (collected: Collected) =>
    sealAnswers(answers, collected.ballot, survey.manifest)
})

describe('an envelope among five trustees of whom three open', () => {
  it('is opened by any three and by no two, even where two are said to be enough', async () => {
    const survey = await inventSurvey({ held: 5, needed: 3 })
    const { manifest } = survey
    const own = await collect(survey)
    const inner = await sealAnswers(answers, own.ballot, manifest)
    const shares = await Promise.all(
      manifest.trustees.map(({ id }) => shareFrom(survey, id, inner, own)),
    )
    const open = (some: readonly OpenedShare[], needed = 3) =>
      openAnswers(inner, some, own.ballot, { ...manifest, trusteesNeeded: needed })

    const groups = subsets(shares)
    const large = groups.filter(({ length }) => length >= 3)
    const pairs = groups.filter(({ length }) => length === 2)
    const byMany = await Promise.all(large.map((group) => open(group)))
    const byTwo = await Promise.all(pairs.map((pair) => open(pair)))
    const byTwoSaidEnough = await Promise.all(pairs.map((pair) => open(pair, 2)))

    expect(byMany).toEqual(large.map(() => ({ kind: 'answers', answers })))
    expect(large).toHaveLength(16)
    expect(byTwo).toEqual(pairs.map(() => fault('too-few-shares')))
    expect(byTwoSaidEnough).toEqual(pairs.map(() => fault('shares-disagree')))
  })
})

const anyAnswers = fc.dictionary(
  fc.stringMatching(/^[a-z-]{1,20}$/),
  fc.oneof(
    fc.string({ maxLength: 20, unit: 'binary' }),
    fc.integer({ min: -1000, max: 1000 }),
    fc.array(fc.string({ maxLength: 12 }), { maxLength: 6 }),
  ),
  { maxKeys: 15 },
)

async function shareFrom(
  survey: InventedSurvey,
  trustee: string,
  envelope: Uint8Array,
  { ballot }: Collected,
): Promise<OpenedShare> {
  const sealed = await sealedShareOf(trustee, envelope, ballot, survey.manifest)
  const opened = sealed && (await openShare(await keyOf(survey, trustee), sealed))
  if (!opened) throw new Error(`expected a share of ${trustee}`)
  return opened
}

function fault(name: string, trustee?: string): object {
  return { kind: 'fault', fault: name, ...(trustee && { trustee }) }
}

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** items.length }, (_, mask) =>
    items.filter((_item, at) => mask & (1 << at)),
  )
}

/** Every stretch of eight bytes. */
function windowsOf(bytes: Uint8Array): readonly string[] {
  return Array.from({ length: bytes.length - 7 }, (_, at) =>
    Buffer.from(bytes.subarray(at, at + 8)).toString('hex'),
  )
}
