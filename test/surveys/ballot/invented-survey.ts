import { createUnitKey, signBlinded } from '#server/registrar/sign-blinded.ts'
import { BallotKeys } from '#server/verify-ballot.ts'
import type { Ballot } from '#surveys/ballot/ballot.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import {
  createSealingKey,
  readyToOpen,
  type SealingKey,
} from '#surveys/ballot/sealing-key.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { hashOfKey } from '#surveys/ballot/unit-key.ts'

/** A survey with two units and every key that belongs to it. */
export interface InventedSurvey {
  readonly manifest: Manifest
  /** what signs, by unit, PEM */
  readonly unitKeys: ReadonlyMap<string, string>
  /** by unit, SPKI in base64 */
  readonly publicKeys: ReadonlyMap<string, string>
  /** what verifies */
  readonly ballotKeys: BallotKeys
  /** by trustee */
  readonly trusteeKeys: ReadonlyMap<string, SealingKey>
  readonly boxKey: SealingKey
}

export const assessment = '5b0f2f0e-6d0b-4c39-9f3c-5f5b8c9f0a11'

const sides = ['employee-side', 'provider', 'organiser'] as const

/** @param trustees how many hold a share, and how many of them it takes */
export async function inventSurvey(
  trustees: { readonly held: number; readonly needed: number } = { held: 3, needed: 2 },
): Promise<InventedSurvey> {
  const north = await createUnitKey()
  const south = await createUnitKey()
  const boxKey = await createSealingKey()
  const keys = await Promise.all(
    Array.from({ length: trustees.held }, () => createSealingKey()),
  )
  const manifest: Manifest = {
    version: 2,
    assessment,
    organization: 'Fjordgruppen',
    example: false,
    questionnaire: { id: 'core', hash: '0'.repeat(64) },
    languages: ['en', 'nb'],
    units: [
      {
        id: 'north',
        name: 'North',
        headcount: 17,
        keyHash: await hashOfKey(north.publicKey),
      },
      {
        id: 'south',
        name: 'South',
        headcount: 23,
        keyHash: await hashOfKey(south.publicKey),
      },
    ],
    people: 40,
    smallestGroup: 10,
    smallestUnit: 16,
    contacts: { en: [{ name: 'Occupational health', phone: '+47 00 00 00 00' }] },
    resultsBy: '2027-03-01',
    publicationPlan: '1'.repeat(64),
    trustees: keys.map(({ publicKey }, place) => ({
      id: `trustee-${place}`,
      name: `Trustee ${place}`,
      side: sides[place] ?? 'provider',
      publicKey,
    })),
    trusteesNeeded: trustees.needed,
    ballotBox: { origin: 'https://ballot.example', publicKey: boxKey.publicKey },
    answersBytes: 4096,
    pages: '2'.repeat(64),
  }
  const ballotKeys = await BallotKeys.of(manifest, [north.publicKey, south.publicKey])
  if (!ballotKeys) throw new Error('expected the keys of the manifest')
  return {
    manifest,
    ballotKeys,
    publicKeys: new Map([
      ['north', north.publicKey],
      ['south', south.publicKey],
    ]),
    unitKeys: new Map([
      ['north', north.privateKey],
      ['south', south.privateKey],
    ]),
    trusteeKeys: new Map(keys.map((key, place) => [`trustee-${place}`, key])),
    boxKey,
  }
}

/** What an employee holds after collecting. */
export interface Collected {
  readonly ballot: Ballot
  readonly check: Uint8Array<ArrayBuffer>
  readonly blinded: Uint8Array
  readonly blindSignature: Uint8Array
}

/** Collects a ballot as an employee does. */
export async function collect(
  { manifest, unitKeys, publicKeys }: InventedSurvey,
  unit = 'north',
  seed: Uint8Array = drawSeed(),
): Promise<Collected> {
  const key = publicKeys.get(unit) ?? ''
  const { blinded, check, finish } = await prepareCollecting(manifest, unit, key, seed)
  const blindSignature = signBlinded(unitKeys.get(unit) ?? '', blinded)
  const ballot = blindSignature && (await finish(blindSignature))
  if (!ballot) throw new Error('expected a ballot')
  return { ballot, check, blinded, blindSignature }
}

/** A trustee's key, ready to open. */
export function keyOf(
  { trusteeKeys }: InventedSurvey,
  trustee: string,
): Promise<CryptoKeyPair> {
  const key = trusteeKeys.get(trustee)
  if (!key) throw new Error(`no trustee ${trustee}`)
  return readyToOpen(key)
}

/** The bytes with one bit turned. */
export function flip(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  if (bit >= 8 * bytes.length) throw new RangeError(`no bit ${bit}`)
  const flipped = new Uint8Array(bytes)
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return flipped
}
