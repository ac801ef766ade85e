import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { faultOf, type ManifestFault } from '#surveys/ballot/check-manifest.ts'
import {
  type Manifest,
  manifestWords,
  type SignedManifest,
} from '#surveys/ballot/manifest.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import { inventSurvey } from './invented-survey.ts'
import { pointsThatProtectNothing } from './low-order-points.ts'

let good: Manifest
beforeAll(async () => {
  good = (await inventSurvey()).manifest
})

/** Each fault, and the smallest change that brings it about. */
const faults: readonly (readonly [
  fault: ManifestFault,
  how: string,
  change: (manifest: Manifest) => object,
])[] = [
  ['version-unknown', 'is of the first version', () => ({ version: 1 })],
  ['version-unknown', 'is of a later version', () => ({ version: 3 })],
  ['units-missing', 'has no unit', () => ({ units: [], people: 0 })],
  ['smallest-unit-too-low', 'allows units of 11', () => ({ smallestUnit: 11 })],
  ['smallest-group-too-low', 'allows groups of 7', () => ({ smallestGroup: 7 })],
  ['unit-listed-twice', 'lists a unit twice', (m) => units(m, { id: 'south' })],
  [
    'units-share-a-key',
    'gives two units one key',
    (m) => units(m, { keyHash: m.units[1]?.keyHash }),
  ],
  ['unit-key-hash-malformed', 'names no key', (m) => units(m, { keyHash: '' })],
  [
    'unit-key-hash-malformed',
    'names a key by half its hash',
    (m) => units(m, { keyHash: m.units[0]?.keyHash.slice(0, 22) }),
  ],
  [
    'unit-key-hash-malformed',
    'names a key by its hash in base64',
    (m) => units(m, { keyHash: `${'+'.repeat(42)}A` }),
  ],
  [
    'unit-too-small',
    'has a unit of one person',
    (m) => ({ ...units(m, { headcount: 1 }), people: 24 }),
  ],
  [
    'unit-too-small',
    'has a unit of 17 and a half people',
    (m) => ({ ...units(m, { headcount: 17.5 }), people: 40.5 }),
  ],
  ['headcounts-do-not-add-up', 'counts a person too many', () => ({ people: 41 })],
  [
    'too-few-people',
    'asks fifteen people',
    (m) => ({
      smallestUnit: 12,
      people: 15,
      units: [{ ...m.units[0], headcount: 15 }],
    }),
  ],
  [
    'trustee-listed-twice',
    'lists a trustee twice',
    (m) => trustee(m, { id: 'trustee-1' }),
  ],
  [
    'trustees-share-a-key',
    'gives one person two shares',
    (m) => trustee(m, { publicKey: m.trustees[2]?.publicKey }),
  ],
  ['trustee-key-unsafe', 'has half a key', (m) => trustee(m, { publicKey: 'AAAA' })],
  ...pointsThatProtectNothing.map(
    ([name, publicKey]) =>
      [
        'trustee-key-unsafe',
        `gives a key holder ${name}`,
        (m: Manifest) => trustee(m, { publicKey }),
      ] as const,
  ),
  ['trustees-needed-out-of-range', 'needs one trustee', () => ({ trusteesNeeded: 1 })],
  ['trustees-needed-out-of-range', 'needs four of three', () => ({ trusteesNeeded: 4 })],
  [
    'trustees-needed-out-of-range',
    'needs two and a half',
    () => ({ trusteesNeeded: 2.5 }),
  ],
  [
    'organiser-could-open-alone',
    'gives the organiser two of three keys',
    (m) => trustee(m, { side: 'organiser' }),
  ],
  [
    'organiser-could-open-alone',
    'gives a side that nobody knows the second key',
    (m) => trustee(m, { side: 'Employee-side' }),
  ],
  [
    'ballot-box-malformed',
    'has a path in the address of the box',
    (m) => ({ ballotBox: { ...m.ballotBox, origin: 'https://ballot.example/x' } }),
  ],
  [
    'ballot-box-key-unsafe',
    'has no key of the box',
    (m) => ({ ballotBox: { ...m.ballotBox, publicKey: '' } }),
  ],
  ...pointsThatProtectNothing.map(
    ([name, publicKey]) =>
      [
        'ballot-box-key-unsafe',
        `gives the ballot box ${name}`,
        (m: Manifest) => ({ ballotBox: { ...m.ballotBox, publicKey } }),
      ] as const,
  ),
  [
    'ballot-box-is-a-trustee',
    'lets the box be a trustee',
    (m) => ({ ballotBox: { ...m.ballotBox, publicKey: m.trustees[0]?.publicKey } }),
  ],
  ['answers-length-out-of-range', 'pads to nothing', () => ({ answersBytes: 0 })],
  [
    'answers-length-out-of-range',
    'pads to a megabyte',
    () => ({ answersBytes: 2 ** 20 }),
  ],
]

describe('a manifest', () => {
  it('may be answered under when everything in it fits', () => {
    expect(faultOf(good)).toBeNull()
  })

  it.each(faults)('is refused as %s when it %s', (fault, _how, change) => {
    expect(faultOf({ ...good, ...change(good) } as Manifest)).toBe(fault)
  })
})

describe('a signed manifest', () => {
  it('vouches for every word of it, and for nothing else signed with the key', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const { x = '' } = publicKey.export({ format: 'jwk' })
    const words = Buffer.from(manifestWords(good))
    const signature = sign(null, words, privateKey).toString('base64url')
    const signed: SignedManifest = { manifest: good, signature, signer: x }
    const vouchesFor = (text: string) =>
      verify(
        null,
        Buffer.from(text),
        publicKey,
        Buffer.from(signed.signature, 'base64url'),
      )

    expect(vouchesFor(manifestWords(signed.manifest))).toBe(true)
    expect(vouchesFor(manifestWords({ ...good, people: 41 }))).toBe(false)
    expect(vouchesFor(JSON.stringify(good))).toBe(false)
  })
})

describe('the survey number', () => {
  it('is the one that another implementation finds', async () => {
    const { manifest } = JSON.parse(reference.manifest)

    expect(await surveyNumber(manifest)).toBe(reference.number)
  })

  it('is twenty letters and digits in five groups, the same in any order of the keys', async () => {
    const backwards = Object.fromEntries(Object.entries(good).toReversed())

    const number = await surveyNumber(good)

    expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
    expect(await surveyNumber(backwards as unknown as Manifest)).toBe(number)
  })

  it('is another one when one colleague is shown a key of their own', async () => {
    const { manifest: other } = await inventSurvey()
    const tagged = units(good, { keyHash: other.units[0]?.keyHash })

    expect(await surveyNumber({ ...good, ...tagged } as Manifest)).not.toBe(
      await surveyNumber(good),
    )
  })
})

/**
 * By Python 3: h = hashlib.sha256(text.encode()).digest();
 * hashlib.pbkdf2_hmac('sha256', h, b'groundwork survey number 1', 2**18, 13), its first 100
 * bits in Crockford's letters.
 */
const reference = {
  manifest: '{"manifest":{"b":[1,2.5,"ø"],"a":null}}',
  number: 'F58M-HFA8-JRH0-HCX7-2YVW',
}

function units({ units: [first, ...rest] }: Manifest, change: object) {
  return { units: [{ ...first, ...change }, ...rest] }
}

function trustee({ trustees: [first, ...rest] }: Manifest, change: object) {
  return { trustees: [{ ...first, ...change }, ...rest] }
}
