import { beforeAll, describe, expect, it } from 'vitest'
import { askedBy, planPublication } from '#analysis/disclosure/publication-plan.ts'
import { formReportingUnits } from '#analysis/disclosure/reporting-units.ts'
import type { SealedForTally } from '#server/box.ts'
import { createUnitKey } from '#server/registrar/sign-blinded.ts'
import {
  type SomeBallots,
  type Tallied,
  type ToTally,
  tallyBallots,
} from '#server/tally/tally-ballots.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import { openShare, sealedShareOf } from '#surveys/ballot/open-envelope.ts'
import {
  type HandedShare,
  openPart,
  sealOpenedPart,
} from '#surveys/ballot/opened-part.ts'
import {
  createSealingKey,
  readyToOpen,
  type SealingKey,
} from '#surveys/ballot/sealing-key.ts'
import { core } from '#surveys/catalogue.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { answersAll } from '../journey.ts'
import { aBallot, aSealedBallot, aSurvey, publicKeysOf, type Survey } from './a-survey.ts'

const people = { north: 24, south: 20 }
const plan = (() => {
  const units = Object.entries(people).map(([id, headcount]) => ({
    id,
    name: id,
    parent: null,
    headcount,
  }))
  const formed = formReportingUnits('Fjord Logistics', units)
  if (formed.kind === 'refused') throw new RangeError('expected enough people')
  return planPublication({
    organization: 'Fjord Logistics',
    manyEmployers: false,
    units: formed,
    asked: askedBy(core),
  })
})()

let survey: Survey
let tallyKey: SealingKey
let box: readonly SealedForTally[]

beforeAll(async () => {
  survey = await aSurvey(people)
  tallyKey = await createSealingKey()
  const north = Array.from({ length: 14 }, () => aSealed('north'))
  const south = Array.from({ length: 12 }, () => aSealed('south'))
  box = await Promise.all([...north, ...south])
})

const aSealed = (unit: string): Promise<SealedForTally> =>
  aSealedBallot(survey, unit, answersAll('often'))

/** What a key holder is handed of the box. */
async function handed(trustee: number, ballots = box): Promise<readonly HandedShare[]> {
  const { id = '' } = survey.manifest.trustees[trustee] ?? {}
  const shares = ballots.map(async ({ ballot, inner }) => {
    const share = await sealedShareOf(id, inner, ballot, survey.manifest)
    return share && { nullifier: share.nullifier, sealed: toBase64url(share.sealed) }
  })
  return (await Promise.all(shares)).filter((share) => share !== null)
}

/** What a key holder delivers of it, in one part. */
async function delivery(trustee: number, ballots = box) {
  const { id = '' } = survey.manifest.trustees[trustee] ?? {}
  const key = survey.trusteeKeys[trustee]
  if (!key) throw new RangeError(`no trustee ${trustee}`)
  const place = { assessment: survey.manifest.assessment, trustee: id, part: 0 }
  const shares = await handed(trustee, ballots)
  const sealed = await openPart(await readyToOpen(key), shares, place, tallyKey.publicKey)
  return { trustee: id, parts: [toBase64url(sealed)] }
}

async function tally(
  delivered: ToTally['delivered'],
  ballots: readonly SealedForTally[] = box,
  unitKeys = publicKeysOf(survey),
): Promise<Tallied> {
  const input = {
    manifest: survey.manifest,
    unitKeys,
    plan,
    tallyKey,
    delivered,
    fewestAnswers: 10,
  }
  return tallyBallots(input, inUnits(ballots))
}

async function* inUnits(ballots: readonly SealedForTally[]): AsyncGenerator<SomeBallots> {
  for (const [unit, some] of Map.groupBy(ballots, ({ ballot }) => ballot.unit)) {
    yield { unit, ballots: some }
  }
}

describe('what is asked beside the core', () => {
  const answers = { ...answersAll('often'), 'fought-sleep': 'often' }
  const beside = { id: 'core-1+sleep-shifts', hash: '', modules: ['sleep-shifts'] }

  it('is counted where the manifest names it', async () => {
    const named = { ...survey, manifest: { ...survey.manifest, questionnaire: beside } }

    expect(await countOf(named, answers)).toMatchObject({
      notCountable: { kind: 'none' },
    })
  })

  it('is no answer where it does not', async () => {
    expect(await countOf(survey, answers)).toMatchObject({ kind: 'too-few-answers' })
  })

  it('counts nothing under a manifest that names what is not known here', async () => {
    const questionnaire = { ...beside, modules: ['mind-reading'] }
    const unknown = { ...survey, manifest: { ...survey.manifest, questionnaire } }

    await expect(countOf(unknown, answers)).rejects.toThrow(RangeError)
  })

  async function countOf(of: Survey, said: Answers): Promise<Tallied> {
    const ballots = await Promise.all(
      Array.from({ length: 12 }, () => aSealedBallot(of, 'north', said)),
    )
    const delivered = await Promise.all([0, 1].map((one) => delivery(one, ballots)))
    const unitKeys = publicKeysOf(of)
    const reach = { plan, tallyKey, delivered, fewestAnswers: 10 }
    return tallyBallots({ manifest: of.manifest, unitKeys, ...reach }, inUnits(ballots))
  }
})

describe('the one count', () => {
  it('opens with what two of three key holders deliver, whoever they are', async () => {
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const tallied = await tally([await delivery(one), await delivery(other)])

      expect(tallied).toMatchObject({
        kind: 'tallied',
        notCountable: { kind: 'none' },
        release: { organization: { answered: { kind: 'shown', from: 25, to: 29 } } },
      })
    }
  })

  it('opens nothing with what one key holder delivers', async () => {
    expect(await tally([await delivery(0)])).toEqual({
      kind: 'stopped',
      reason: 'shares-missing',
      trustee: null,
    })
  })

  it('gives nothing away when fewer than ten hold answers', async () => {
    const nine = box.slice(0, 9)

    const tallied = await tally([await delivery(0, nine), await delivery(1, nine)], nine)

    expect(tallied).toEqual({ kind: 'too-few-answers' })
  })

  it('counts an envelope that holds no answers, and goes on', async () => {
    const ballot = await aBallot(survey, 'north')
    const nonsense = { nothing: 'of ours' } as never
    const inner = await sealAnswers(nonsense, ballot, survey.manifest)
    const all = [...box, { ballot, inner }]

    const tallied = await tally([await delivery(0, all), await delivery(1, all)], all)

    expect(tallied).toMatchObject({ kind: 'tallied', notCountable: { kind: 'few' } })
  })

  it('counts what is no envelope at all, and goes on', async () => {
    const ballot = await aBallot(survey, 'north')
    const all = [...box, { ballot, inner: new Uint8Array(4400) }]

    const tallied = await tally([await delivery(0, all), await delivery(1, all)], all)

    expect(tallied).toMatchObject({ kind: 'tallied', notCountable: { kind: 'few' } })
  })
})

describe('the one count', () => {
  it.each([
    ['no keys', () => []],
    ['one key too many', (keys: readonly string[]) => [...keys, keys[0] ?? '']],
    ['the keys of each other', (keys: readonly string[]) => keys.toReversed()],
    [
      'a key that signs for somebody else',
      ([, south = '']: readonly string[], other: string) => [other, south],
    ],
  ])('verifies with the keys that the manifest names, not with %s', async (_, change) => {
    const { publicKey } = await createUnitKey()
    const keys = change(publicKeysOf(survey), publicKey)

    const counting = tally([await delivery(0), await delivery(1)], box, keys)

    await expect(counting).rejects.toThrow('not those of the manifest')
  })
})

describe('the one count stops, and writes nothing,', () => {
  const stops = async (
    change: (all: readonly SealedForTally[]) => Promise<readonly SealedForTally[]>,
  ) => {
    const all = await change(box)
    return tally([await delivery(0, all), await delivery(1, all)], all)
  }

  it('when a ballot was not signed by the registrar', async () => {
    const outcome = await stops(async ([first, ...rest]) => {
      if (!first) return rest
      const { ballot } = first
      const other = await aBallot(survey, ballot.unit)
      return [{ ...first, ballot: { ...ballot, signature: other.signature } }, ...rest]
    })

    expect(outcome).toMatchObject({ kind: 'stopped', reason: 'ballot-not-signed' })
  })

  it('when a ballot was moved to another unit', async () => {
    const outcome = await stops(async ([first, ...rest]) =>
      first ? [{ ...first, ballot: { ...first.ballot, unit: 'south' } }, ...rest] : rest,
    )

    expect(outcome).toMatchObject({ kind: 'stopped', reason: 'ballot-not-signed' })
  })

  it('when a ballot stands in the box twice', async () => {
    const outcome = await stops(async (all) => [...all, ...all.slice(0, 1)])

    expect(outcome).toMatchObject({ kind: 'stopped', reason: 'ballot-twice' })
  })

  it('when a unit has more ballots than people', async () => {
    const more = await Promise.all(Array.from({ length: 9 }, () => aSealed('south')))

    const outcome = await stops(async (all) => [...all, ...more])

    expect(outcome).toMatchObject({
      kind: 'stopped',
      reason: 'more-ballots-than-people',
    })
  })
})

describe('a key holder who does not deliver what was sealed to them', () => {
  const opened = async (trustee: number, ballots = box) => {
    const { id = '' } = survey.manifest.trustees[trustee] ?? {}
    const key = survey.trusteeKeys[trustee]
    if (!key) throw new RangeError(`no trustee ${trustee}`)
    const pair = await readyToOpen(key)
    const { assessment } = survey.manifest
    const shares = (await handed(trustee, ballots)).map(({ nullifier, sealed }) => {
      const bytes = fromBase64url(sealed) ?? new Uint8Array()
      return openShare(pair, { assessment, trustee: id, nullifier, sealed: bytes })
    })
    return (await Promise.all(shares)).filter((share) => share !== null)
  }
  const sealed = async (
    trustee: number,
    shares: Parameters<typeof sealOpenedPart>[0],
    to = tallyKey.publicKey,
    part = 0,
  ) => {
    const { id = '' } = survey.manifest.trustees[trustee] ?? {}
    const place = { assessment: survey.manifest.assessment, trustee: id, part }
    return { trustee: id, parts: [toBase64url(await sealOpenedPart(shares, place, to))] }
  }

  it('is named when one share was changed', async () => {
    const [first, ...rest] = await opened(1)
    if (!first) throw new Error('expected shares')
    const changed = {
      ...first,
      share: first.share.map((byte, at) => (at ? byte : byte ^ 1)),
    }

    const outcome = await tally([await delivery(0), await sealed(1, [changed, ...rest])])

    expect(outcome).toEqual({
      kind: 'stopped',
      reason: 'shares-wrong',
      trustee: survey.manifest.trustees[1]?.id,
    })
  })

  it('is named when two shares were swapped', async () => {
    const [first, second, ...rest] = await opened(1)
    if (!first || !second) throw new Error('expected shares')
    const swapped = [
      { ...first, share: second.share },
      { ...second, share: first.share },
    ]

    const outcome = await tally([
      await delivery(0),
      await sealed(1, [...swapped, ...rest]),
    ])

    expect(outcome).toMatchObject({ kind: 'stopped', reason: 'shares-wrong' })
  })

  it('is named when the shares are those of another key holder', async () => {
    const outcome = await tally([await delivery(0), await sealed(1, await opened(2))])

    expect(outcome).toMatchObject({
      reason: 'shares-wrong',
      trustee: survey.manifest.trustees[1]?.id,
    })
  })

  it('is named when they were sealed to another key, or for another part', async () => {
    const stranger = await createSealingKey()
    const shares = await opened(1)

    for (const part of [
      await sealed(1, shares, stranger.publicKey),
      await sealed(1, shares, tallyKey.publicKey, 1),
    ]) {
      const outcome = await tally([await delivery(0), part])

      expect(outcome).toMatchObject({ kind: 'stopped', reason: 'shares-wrong' })
    }
  })

  it('does not make answers disappear by leaving shares out', async () => {
    const shares = await opened(1)
    const some = await sealed(1, shares.slice(5))

    const withTwo = await tally([await delivery(0), some])
    const withThree = await tally([await delivery(0), some, await delivery(2)])

    expect(withTwo).toMatchObject({ kind: 'stopped', reason: 'shares-missing' })
    expect(withThree).toMatchObject({
      kind: 'tallied',
      notCountable: { kind: 'none' },
      release: { organization: { answered: { from: 25 } } },
    })
  })
})
