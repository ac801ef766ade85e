import type { SealedForTally } from '#server/box.ts'
import {
  createUnitKey,
  signBlinded,
  type UnitSigningKey,
} from '#server/registrar/sign-blinded.ts'
import type { Ballot, BallotName } from '#surveys/ballot/ballot.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import type { Manifest, ManifestTrustee } from '#surveys/ballot/manifest.ts'
import type { SealingKey } from '#surveys/ballot/sealing-key.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { createTrusteeKey } from '#surveys/ballot/trustee-key.ts'
import { hashOfKey } from '#surveys/ballot/unit-key.ts'
import type { Answers } from '#surveys/questionnaire.ts'

/** A frozen survey with every private key at hand, as no one person ever has them. */
export interface Survey {
  readonly manifest: Manifest
  readonly unitKeys: ReadonlyMap<string, UnitSigningKey>
  /** in the order of the manifest's trustees */
  readonly trusteeKeys: readonly SealingKey[]
}

const sides = ['employee-side', 'provider', 'organiser'] as const

/** @param units head count by id */
export async function aSurvey(
  units: Readonly<Record<string, number>>,
  { plan = '0'.repeat(64), needed = 2, trustees = 3 } = {},
): Promise<Survey> {
  const unitKeys = new Map<string, UnitSigningKey>()
  for (const id of Object.keys(units)) unitKeys.set(id, await createUnitKey())
  const trusteeKeys = await Promise.all(
    Array.from({ length: trustees }, () => createTrusteeKey()),
  )
  const box = await createTrusteeKey()
  const manifest: Manifest = {
    version: 2,
    assessment: crypto.randomUUID(),
    organization: 'Fjord Logistics',
    example: true,
    questionnaire: { id: 'core', hash: '0'.repeat(64) },
    languages: ['en'],
    units: await Promise.all(
      Object.entries(units).map(async ([id, headcount]) => ({
        id,
        name: id,
        headcount,
        keyHash: await hashOfKey(unitKeys.get(id)?.publicKey ?? ''),
      })),
    ),
    people: Object.values(units).reduce((sum, headcount) => sum + headcount, 0),
    smallestGroup: 10,
    smallestUnit: 16,
    contacts: { en: [{ name: 'Emergency', phone: '112' }] },
    resultsBy: '2027-01-15',
    publicationPlan: plan,
    trustees: trusteeKeys.map(
      ({ publicKey }, at): ManifestTrustee => ({
        id: crypto.randomUUID(),
        name: `Key holder ${at + 1}`,
        side: sides[at % 3] ?? 'provider',
        publicKey,
      }),
    ),
    trusteesNeeded: needed,
    ballotBox: { origin: 'http://127.0.0.1:8788', publicKey: box.publicKey },
    answersBytes: 4096,
    pages: '0'.repeat(64),
  }
  return { manifest, unitKeys, trusteeKeys }
}

/** The public keys of a survey's units, in the order of its manifest. */
export function publicKeysOf({ manifest, unitKeys }: Survey): readonly string[] {
  return manifest.units.map(({ id }) => unitKeys.get(id)?.publicKey ?? '')
}

/** A ballot that the registrar of the survey signed for a unit. */
export async function aBallot(
  { manifest, unitKeys }: Survey,
  unit: string,
): Promise<Ballot> {
  const key = unitKeys.get(unit)
  const publicKey = key?.publicKey ?? ''
  const collecting = await prepareCollecting(manifest, unit, publicKey, drawSeed())
  const signed = key && signBlinded(key.privateKey, collecting.blinded)
  const ballot = signed && (await collecting.finish(signed))
  if (!ballot) throw new Error(`no ballot for ${unit}`)
  return ballot
}

/** Answers in an envelope, with a ballot of its unit. */
export async function aSealedBallot(
  survey: Survey,
  unit: string,
  answers: Answers,
): Promise<SealedForTally> {
  const ballot = await aBallot(survey, unit)
  return { ballot, inner: await sealAnswers(answers, ballot, survey.manifest) }
}

/** A ballot's name without a signature: enough to seal an envelope. */

/** A ballot's name without a signature: enough to seal an envelope. */
export function aBallotName({ manifest }: Survey, unit: string): BallotName {
  const serial = Buffer.from(crypto.getRandomValues(new Uint8Array(32)))
  return { assessment: manifest.assessment, unit, serial: serial.toString('base64url') }
}
