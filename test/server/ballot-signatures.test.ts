import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createUnitKey, signBlinded } from '#server/registrar/sign-blinded.ts'
import { BallotKeys, verifyBallot } from '#server/verify-ballot.ts'
import { type Ballot, signedWords } from '#surveys/ballot/ballot.ts'
import { fromBigInt, toBigInt } from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { power } from '#surveys/ballot/modular.ts'
import { readRsaKey } from '#surveys/ballot/rsa-key.ts'
import {
  type Collected,
  collect,
  flip,
  type InventedSurvey,
  inventSurvey,
} from '../surveys/ballot/invented-survey.ts'

vi.unmock('#server/registrar/sign-blinded.ts')

let survey: InventedSurvey
let own: Collected
beforeAll(async () => {
  survey = await inventSurvey()
  own = await collect(survey)
})

describe('signing unseen', () => {
  it('makes a key of 3072 bits with the exponent 65537', async () => {
    const { publicKey, privateKey } = await createUnitKey()

    const { n, e, bits } = readRsaKey(publicKey) ?? {}

    expect([bits, e]).toEqual([3072, 65_537n])
    expect(createPublicKey(privateKey).asymmetricKeyDetails?.modulusLength).toBe(3072)
    expect(n).toBeGreaterThan(0n)
  })

  it('gives the same bytes for the same request, and the request back by the public key', () => {
    const pem = survey.unitKeys.get('north') ?? ''
    const { n, e } = keyOfUnit('north')

    const first = signBlinded(pem, own.blinded)
    const again = signBlinded(createPrivateKey(pem), own.blinded)

    expect(again).toEqual(first)
    expect(power(toBigInt(first ?? new Uint8Array()), e, n)).toBe(toBigInt(own.blinded))
  })

  it('signs no request of another length, and none above the modulus', () => {
    const pem = survey.unitKeys.get('north') ?? ''
    const { n } = keyOfUnit('north')
    const wrong = [
      new Uint8Array(),
      own.blinded.subarray(1),
      new Uint8Array([0, ...own.blinded]),
      new Uint8Array(384).fill(255),
      fromBigInt(n, 384),
      fromBigInt(n + 1n, 384),
    ]

    expect(wrong.map((blinded) => signBlinded(pem, blinded))).toEqual(
      wrong.map(() => null),
    )
    expect(signBlinded(pem, fromBigInt(n - 1n, 384))).toEqual(fromBigInt(n - 1n, 384))
  })
})

describe('a ballot', () => {
  it('is valid in its unit, whoever holds it', () => {
    expect(verifyBallot(own.ballot, survey.ballotKeys)).toBe(true)
  })

  it('is not valid when anything in it is another', async () => {
    const { ballot } = own
    const other = await collect(survey, 'south')
    const wrong: readonly Partial<Ballot>[] = [
      { unit: 'south' },
      { unit: 'east' },
      { assessment: 'another' },
      { serial: other.ballot.serial },
      { prefix: other.ballot.prefix },
      { signature: other.ballot.signature },
      { serial: '' },
      { serial: `${ballot.serial}A` },
      { serial: ballot.serial.replace(/.$/, '=') },
      { prefix: '' },
      { signature: '' },
      { signature: ballot.signature.slice(0, -4) },
      { signature: `AAAA${ballot.signature}` },
      { signature: 'A'.repeat(512) },
      { signature: '_'.repeat(512) },
    ]

    const verdicts = wrong.map((part) =>
      verifyBallot({ ...ballot, ...part }, survey.ballotKeys),
    )

    expect(verdicts).toEqual(wrong.map(() => false))
  })

  it('is not valid with a bit of its signature turned', () => {
    const signature = Buffer.from(own.ballot.signature, 'base64url')

    const verdicts = Array.from({ length: 384 }, (_, byte) => {
      const turned = Buffer.from(flip(signature, 8 * byte + (byte % 8)))
      const ballot = { ...own.ballot, signature: turned.toString('base64url') }
      return verifyBallot(ballot, survey.ballotKeys)
    })

    expect(verdicts).toEqual(verdicts.map(() => false))
  })

  it('is not valid in another survey with the same keys', async () => {
    const elsewhere = await keysOf({ ...survey.manifest, assessment: 'another' })
    const renamed = { ...own.ballot, assessment: 'another' }

    expect(verifyBallot(own.ballot, elsewhere)).toBe(false)
    expect(verifyBallot(renamed, elsewhere)).toBe(false)
  })

  it('is not valid in another unit, even one with the same key', async () => {
    const [north, south] = survey.manifest.units
    if (!north || !south) throw new Error('expected two units')
    const units = [north, { ...south, keyHash: north.keyHash }]
    const key = survey.publicKeys.get('north') ?? ''
    const alike = await keysOf({ ...survey.manifest, units }, [key, key])
    const renamed = { ...own.ballot, unit: 'south' }

    expect(verifyBallot(own.ballot, alike)).toBe(true)
    expect(verifyBallot(renamed, alike)).toBe(false)
  })

  it('is not valid in another variant of the signature, even by the right key', () => {
    const key = survey.unitKeys.get('north') ?? ''
    const words = Buffer.from(signedWords(own.ballot))
    const message = Buffer.concat([Buffer.from(own.ballot.prefix, 'base64url'), words])
    const pss = { key, padding: 6 }
    const variants = [
      sign('sha384', message, { ...pss, saltLength: 0 }),
      sign('sha384', message, { ...pss, saltLength: 32 }),
      sign('sha384', words, { ...pss, saltLength: 48 }),
      sign('sha256', message, { ...pss, saltLength: 48 }),
      sign('sha384', message, key),
    ]

    const verdicts = variants.map((signature) =>
      verifyBallot(
        { ...own.ballot, signature: signature.toString('base64url') },
        survey.ballotKeys,
      ),
    )

    expect(verdicts).toEqual(variants.map(() => false))
  })
})

describe('the keys that ballots are verified with', () => {
  it('are those that the manifest names, all of them and no others', async () => {
    const { publicKey } = await createUnitKey()
    const [north = '', south = ''] = survey.publicKeys.values()
    const wrong = [
      [],
      [north],
      [south, north],
      [north, north],
      [north, publicKey],
      [north, south, publicKey],
      [north, ''],
    ]

    const read = await Promise.all(
      wrong.map((keys) => BallotKeys.of(survey.manifest, keys)),
    )

    expect(read).toEqual(wrong.map(() => null))
    expect(await BallotKeys.of(survey.manifest, [north, south])).not.toBeNull()
  })
})

async function keysOf(
  manifest: Manifest,
  keys: readonly string[] = [...survey.publicKeys.values()],
): Promise<BallotKeys> {
  const read = await BallotKeys.of(manifest, keys)
  if (!read) throw new Error('expected the keys of the manifest')
  return read
}

function keyOfUnit(unit: string) {
  const key = readRsaKey(survey.publicKeys.get(unit) ?? '')
  if (!key) throw new Error('expected a key')
  return key
}
