import { createHash, createPublicKey } from 'node:crypto'
import { join } from 'node:path'
import { seededRandom } from '#analysis/statistics/random.ts'
import { OuterKeys } from '#server/ballot-box/outer-keys.ts'
import {
  type CollectedBallot,
  collectAsEmployee,
  sealCast,
} from '#server/example/answer-as-employee.ts'
import { nullifierOf } from '#surveys/ballot/ballot.ts'
import { openForBox } from '#surveys/ballot/box-message.ts'
import { fromBase64url, fromBigInt, toBigInt } from '#surveys/ballot/bytes.ts'
import { power } from '#surveys/ballot/modular.ts'
import { readyToOpen } from '#surveys/ballot/sealing-key.ts'
import type { OpenSurvey } from '../../server/journey.ts'
import { mostHitsByChance } from './chance.ts'
import { openSurveyOf, twoUnitsOf } from './open-survey.ts'
import { type Passed, type TappedServer, tappedServer } from './tapped-server.ts'
import type { Tried } from './tried.ts'

/** What one side saw of one participation: every byte, and what can be computed from them. */
interface Seen {
  readonly unit: string
  readonly passed: Passed
  /** the largest single values, in the order of a fixed list, for telling how alike they are */
  readonly values: readonly Uint8Array[]
}

/**
 * Claims 1, 10, 13. Everything that went through both doors is recorded, as an operator could
 * who listens at his own server, while people collect in one order and cast in another. The
 * attacker also has the keys of the ballot box. He matches what he saw here with what he saw
 * there: by eight bytes in a row that the two have in common, by how many bits of any two
 * values agree, by sizes. (He could also match by time, where few people answer at once: that
 * is a limit PRIVACY.md names, and no test of bytes.)
 */
export async function linkWhatWasSeen(people: number): Promise<Tried> {
  await using server = await tappedServer()
  const survey = await openSurveyOf(server, twoUnitsOf(people))
  const random = seededRandom('casting')
  const collected = await collectOneByOne(server, survey)
  const order = collected
    .map((_, person) => ({ person, by: random() }))
    .sort((one, other) => one.by - other.by)
    .map(({ person }) => person)
  const cast: Seen[] = []
  for (const person of order) {
    const { ballot } = collected[person] ?? {}
    if (ballot) cast.push(await castOne(server, survey, ballot))
  }

  const office = collected.map(({ seen }) => seen)
  const shared = sharedBytes(office, cast)
  const alike = hitsByLikeness(office, cast, order)
  const units = survey.manifest.units.length
  const bound = mostHitsByChance(units)
  const sizes = [office, cast].flatMap((side) => sizesOf(side))
  return {
    attack: 'Link who collected with what was cast, by everything both doors ever saw',
    claims: [1, 10, 13],
    tries: people,
    gained: `${shared.length} shared values; ${alike} matched by likeness (chance: about ${units}, at most ${bound})`,
    broken: [
      ...shared.map((each) => `eight bytes occur on both sides: ${each}`),
      ...(alike > bound ? [`${alike} of ${people} matched by likeness`] : []),
      ...sizes,
      ...(sharedBytes(office, office).length > 0
        ? []
        : ['the attack finds nothing at all']),
    ],
  }
}

async function collectOneByOne(server: TappedServer, { manifest, codes }: OpenSurvey) {
  const collected: { readonly ballot: CollectedBallot; readonly seen: Seen }[] = []
  for (const code of codes) {
    server.office.take()
    const ballot = await collectAsEmployee(server.origin, manifest, code)
    const passed = server.office.take()
    const { unit } = ballot.ballot
    const values = longValues(passed, 384)
    collected.push({ ballot, seen: { unit, passed, values } })
  }
  return collected
}

async function castOne(
  server: TappedServer,
  survey: OpenSurvey,
  ballot: CollectedBallot,
): Promise<Seen> {
  const { id, manifest } = survey
  const sealed = await sealCast(manifest, ballot, { worries: 'often' })
  server.box.take()
  const { status } = await server.atBallotBox('PUT', '/ballot', {
    assessment: id,
    sealed,
  })
  if (status !== 204) throw new Error(`expected a ballot to be taken, got ${status}`)
  const passed = server.box.take()
  const opened = await openWithBoxKey(server, survey, sealed)
  const opening = Buffer.concat(opened.all)
  const asked = Buffer.concat([passed.asked, opening])
  return { unit: ballot.ballot.unit, passed: { ...passed, asked }, values: opened.values }
}

/** What the ballot box sees within: ballot, hashes, envelope, and the message that was signed. */
async function openWithBoxKey(
  server: TappedServer,
  { manifest, unitKeys }: OpenSurvey,
  sealed: string,
) {
  const keys = new OuterKeys(join(server.folder, 'ballot-box', 'keys'))
  const key = await keys.read(manifest.assessment)
  const outer = fromBase64url(sealed)
  const cast = key && outer && (await openForBox(await readyToOpen(key), outer, manifest))
  if (!cast) throw new Error('expected the ballot box to open what was cast')
  const { ballot, check, inner } = cast
  const parts = [ballot.serial, ballot.prefix, ballot.signature].map(bytesOf)
  const signature = bytesOf(ballot.signature)
  const message = signedNumber(unitKeys, ballot.unit, signature)
  const nullifier = await nullifierOf(ballot.serial)
  const hashes = [...parts, message].map((part) =>
    createHash('sha256').update(part).digest(),
  )
  return {
    values: [signature, message],
    all: [...parts, message, nullifier, check, inner, ...hashes],
  }
}

/** What the signature is of: the number that was signed blinded, without the blinding. */
function signedNumber(
  unitKeys: OpenSurvey['unitKeys'],
  unit: string,
  signature: Uint8Array,
): Uint8Array {
  const key = createPublicKey({
    key: Buffer.from(unitKeys.get(unit) ?? '', 'base64'),
    format: 'der',
    type: 'spki',
  })
  const n = toBigInt(bytesOf(String(key.export({ format: 'jwk' }).n)))
  return fromBigInt(power(toBigInt(signature), 65_537n, n), 384)
}

/**
 * Eight bytes in a row that occur in what the office saw of one person and no other, and
 * anywhere in what the box saw. Values written in base64url are compared as what they stand
 * for, and as text by twelve letters, which are nine bytes.
 */
function sharedBytes(office: readonly Seen[], box: readonly Seen[]): readonly string[] {
  const personal = personalWindows(office)
  const shared = new Set<string>()
  for (const { passed } of box) {
    for (const window of windowsOf(passed)) if (personal.has(window)) shared.add(window)
  }
  return [...shared].map((window) => Buffer.from(window, 'latin1').toString('hex'))
}

/** What was seen of one person and of no other. */
function personalWindows(office: readonly Seen[]): ReadonlySet<string> {
  const personal = new Set<string>()
  const common = new Set<string>()
  for (const { passed } of office) {
    for (const window of windowsOf(passed)) {
      if (personal.has(window)) common.add(window)
      personal.add(window)
    }
  }
  return new Set([...personal].filter((window) => !common.has(window)))
}

function windowsOf({ asked, answered }: Passed): ReadonlySet<string> {
  const windows = new Set<string>()
  for (const part of [asked, answered]) {
    const text = part.toString('latin1')
    // Headers tell the time of day: the same for all who come in one second.
    const body = text.replaceAll(/^date: .*$/gim, '')
    addWindows(windows, body, 12)
    for (const value of body.match(/[\w-]{11,}/g) ?? []) {
      addWindows(windows, Buffer.from(value, 'base64url').toString('latin1'), 8)
    }
  }
  return windows
}

function addWindows(windows: Set<string>, text: string, size: number): void {
  for (let at = 0; at + size <= text.length; at += 1)
    windows.add(text.slice(at, at + size))
}

/** Takes for each person, within a unit, the ballot with which a value agrees in most bits. */
function hitsByLikeness(
  office: readonly Seen[],
  box: readonly Seen[],
  order: readonly number[],
): number {
  const kinds = [0, 1].flatMap((mine) => [0, 1].map((theirs) => [mine, theirs] as const))
  const hits = kinds.map(([mine, theirs]) => {
    const guesses = office.map(({ unit, values }) => {
      const distances = box.map((seen) =>
        seen.unit === unit ? distance(values[mine], seen.values[theirs]) : Infinity,
      )
      return order[distances.indexOf(Math.min(...distances))]
    })
    return guesses.filter((guess, person) => guess === person).length
  })
  return Math.max(...hits)
}

function distance(one: Uint8Array = new Uint8Array(), other: Uint8Array = one): number {
  const differing = toBigInt(one) ^ toBigInt(other)
  return differing.toString(2).replaceAll('0', '').length
}

/** One size of request and of reply for everybody: a size that differs tells people apart. */
function sizesOf(side: readonly Seen[]): readonly string[] {
  const asked = new Set(side.map(({ passed }) => passed.asked.length))
  const answered = new Set(side.map(({ passed }) => passed.answered.length))
  return [asked, answered]
    .filter(({ size }) => size > 1)
    .map((sizes) => `sizes differ: ${[...sizes].join()}`)
}

/** Every value of at least so many bytes that was sent or answered as base64url. */
function longValues({ asked, answered }: Passed, bytes: number): readonly Uint8Array[] {
  return [asked, answered].flatMap((part) =>
    (part.toString('latin1').match(/[\w-]{300,}/g) ?? [])
      .map((text) => new Uint8Array(Buffer.from(text, 'base64url')))
      .filter(({ length }) => length === bytes),
  )
}

function bytesOf(text: string): Uint8Array {
  return fromBase64url(text) ?? new Uint8Array()
}
