import { constants, createPrivateKey, randomBytes, randomInt, sign } from 'node:crypto'
import {
  type CollectedBallot,
  collectAsEmployee,
  sealCast,
} from '#server/example/answer-as-employee.ts'
import { verifyBallot } from '#server/verify-ballot.ts'
import { type Ballot, signedWords } from '#surveys/ballot/ballot.ts'
import { outerSize } from '#surveys/ballot/box-message.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { type TestServer, testServer } from '../../server/test-server.ts'
import {
  collect,
  type InventedSurvey,
  inventSurvey,
} from '../../surveys/ballot/invented-survey.ts'
import { openSurveyOf, twoUnitsOf } from './open-survey.ts'
import { Ledger, type Tried } from './tried.ts'

/** One way to make a ballot out of real ones that the registrar never signed. */
type Forgery = (real: Ballot, other: Ballot) => Ballot

const turned = (text: string): string => {
  const bytes = Buffer.from(text, 'base64url')
  const at = randomInt(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(8))
  return bytes.toString('base64url')
}
const noise = (bytes: number): string => randomBytes(bytes).toString('base64url')

/** Each with fresh randomness at every call. */
const forgeries: Readonly<Record<string, Forgery>> = {
  'a bit of the signature turned': (real) => ({
    ...real,
    signature: turned(real.signature),
  }),
  'a bit of the serial turned': (real) => ({ ...real, serial: turned(real.serial) }),
  'a bit of the prefix turned': (real) => ({ ...real, prefix: turned(real.prefix) }),
  'another serial': (real) => ({ ...real, serial: noise(32) }),
  'a guessed signature': (real) => ({ ...real, signature: noise(384) }),
  'a signature cut short': (real) => ({
    ...real,
    signature: toBase64url(bytesOf(real.signature).subarray(0, randomInt(384))),
  }),
  'a signature with bytes added': (real) => ({
    ...real,
    signature: toBase64url(
      Buffer.concat([bytesOf(real.signature), randomBytes(1 + randomInt(9))]),
    ),
  }),
  'the other unit': (real, { unit }) => ({ ...real, unit }),
  'the signature of another ballot': (real, { signature }) => ({ ...real, signature }),
  'another survey': (real) => ({ ...real, assessment: crypto.randomUUID() }),
  'a unit that is none': (real) => ({ ...real, unit: noise(6) }),
  'not base64url': (real) => ({ ...real, signature: `${real.signature}=` }),
}

/** Claim 18. Forged ballots, each made anew, are shown to what verifies them. */
export async function forgeBallots(tries: number): Promise<Tried> {
  const survey = await inventSurvey()
  const elsewhere = await inventSurvey()
  const north = await collect(survey, 'north')
  const south = await collect(survey, 'south')
  const abroad = await collect(elsewhere, 'north')
  const ledger = new Ledger()
  const kinds = Object.entries(forgeries)
  const judge = (ballot: Ballot, name: string): void =>
    ledger.note(verifyBallot(ballot, survey.ballotKeys), () => `accepted: ${name}`)
  for (let at = 0; at < tries; at += 1) {
    const [name, forge] = kinds[at % kinds.length] ?? ['', (real: Ballot) => real]
    judge(forge(north.ballot, south.ballot), name)
  }
  judge(abroad.ballot, 'signed by another registrar')
  for (const [name, ballot] of otherVariants(survey)) judge(ballot, name)
  if (!verifyBallot(north.ballot, survey.ballotKeys)) {
    ledger.note(true, () => 'a real ballot is not accepted, so that nothing was proven')
  }
  return ledger.tried('Forge, cut and swap ballots', [18])
}

/** Signed by the right key, in a way the survey does not use. */
function otherVariants({
  manifest,
  unitKeys,
}: InventedSurvey): readonly (readonly [string, Ballot])[] {
  const key = createPrivateKey(unitKeys.get('north') ?? '')
  const { assessment } = manifest
  const plain = { assessment, unit: 'north', serial: noise(32), prefix: noise(32) }
  const ballot = { ...plain, signature: '' }
  const words = Buffer.from(signedWords(ballot))
  const prefixed = Buffer.concat([bytesOf(ballot.prefix), words])
  const padding = constants.RSA_PKCS1_PSS_PADDING
  const variants: readonly (readonly [string, Buffer])[] = [
    ['no salt', sign('sha384', prefixed, { key, padding, saltLength: 0 })],
    ['no prefix', sign('sha384', words, { key, padding, saltLength: 48 })],
    ['SHA-256', sign('sha256', prefixed, { key, padding, saltLength: 32 })],
    ['PKCS #1 v1.5', sign('sha384', prefixed, key)],
  ]
  return variants.map(([name, signature]) => [
    name,
    { ...ballot, signature: toBase64url(signature) },
  ])
}

/** Claim 18 at the door: forged ballots are sealed and cast as real ones are. */
export async function castForgeries(tries: number): Promise<Tried> {
  await using server = await testServer()
  const survey = await openSurveyOf(server, twoUnitsOf(40))
  const { id, manifest } = survey
  const [one, other] = await Promise.all(
    manifest.units.map(({ id: unit }) =>
      collectAsEmployee(server.origin, manifest, survey.codesOf(unit)[0] ?? ''),
    ),
  )
  if (!one || !other) throw new Error('expected ballots of two units')
  const ledger = new Ledger()
  // A forger must keep to the lengths that a sealed ballot has room for.
  const fitting = Object.entries(forgeries).filter(
    ([name]) => !/cut|added|base64url|survey|none/.test(name),
  )
  for (let at = 0; at < tries; at += 1) {
    const [name, forge] = fitting[at % fitting.length] ?? ['', (real: Ballot) => real]
    const forged: CollectedBallot = { ...one, ballot: forge(one.ballot, other.ballot) }
    const status = await put(server, id, await sealCast(manifest, forged, {}))
    ledger.note(status !== 403, () => `${name}: answered ${status}`)
    const blob = randomBytes(at % 2 === 0 ? outerSize(manifest) : randomInt(9_000))
    const guess = await put(server, id, toBase64url(blob))
    ledger.note(guess !== 403, () => `noise: answered ${guess}`)
  }
  const kept = [...(await server.running.services.box.count(id)).values()]
  ledger.note(
    kept.some((count) => count > 0),
    () => 'the box kept a forged ballot',
  )
  return ledger.tried('Cast forged ballots and noise', [18])
}

async function put(
  server: TestServer,
  assessment: string,
  sealed: string,
): Promise<number> {
  return (await server.atBallotBox('PUT', '/ballot', { assessment, sealed })).status
}

function bytesOf(text: string): Uint8Array {
  return fromBase64url(text) ?? new Uint8Array()
}
