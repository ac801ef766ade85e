import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tellBoxOperator, tellOperator } from '#server/events.ts'
import { collectAsEmployee } from '#server/example/answer-as-employee.ts'
import { forgetInvitees } from '#server/invitations/forget-invitees.ts'
import { nullifierOf } from '#surveys/ballot/ballot.ts'
import { sealClaim, sealForBox } from '#surveys/ballot/box-message.ts'
import { fromBase64url, sha256, toBase64url } from '#surveys/ballot/bytes.ts'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { backUp } from '../../server/backups/a-backup.ts'
import {
  close,
  deliver,
  left,
  type OpenSurvey,
  publish,
  unseal,
} from '../../server/journey.ts'
import { type TestServer, testServer } from '../../server/test-server.ts'
import { joinDatabases } from './joins.ts'
import { everythingIn, type Mark, markOf, searchFor } from './marks.ts'
import { frozenSurveyOf, open, twoUnitsOf } from './open-survey.ts'
import { openAfterShredding, type Remains } from './remains.ts'
import type { Tried } from './tried.ts'

const perUnit = 20
const answers = { barriers: ['time', 'cost'], 'work-ability': 7, worries: 'often' }
const inOffice = (path: string): boolean => path.startsWith('office.sqlite')
const inOutbox = (path: string): boolean => path.startsWith('outbox/')

/** What stands in every request that is sent: it is nobody's business, and must be kept nowhere. */
const marked = (name: string): string => `mark-${name}-${randomBytes(9).toString('hex')}`

/**
 * Claims 5, 12, 37. A whole survey through the doors, from planning over mail, collecting,
 * casting and opening to the release and the shredding. Everything in it that could point to a
 * person is looked for in every file, log line and backup, at four moments. Copies of the databases
 * taken on the way are kept, and tried with every key that is left in the end.
 */
export async function searchAWholeSurvey(people: number): Promise<readonly Tried[]> {
  await using server = await testServer()
  await using copies = await aFolder()
  using headers = markEveryRequest()
  const found: string[] = []
  let looked = 0
  const search = async (stage: string, marks: readonly Mark[]): Promise<void> => {
    await backUp(server)
    const files = await everythingIn(server.folder, logOf(server))
    const result = searchFor([...headers.marks, ...marks], files)
    looked += result.looked
    if (stage === 'open' && result.expected === 0) found.push('the search finds nothing')
    found.push(...result.found.map((one) => `${stage}: ${one}`))
    await cp(server.folder, join(copies.path, stage), { recursive: true })
  }

  const invited = await inviteByMail(server)
  const { survey } = invited
  const known = await knownToAll(server, survey)
  const before = await timesIn(server.folder)
  const cast = await answerByMail(server, invited, people)
  await search('open', [...invited.marks(true), ...cast.marks(false)])
  const times = newTimes(before, await timesIn(server.folder))
  await close(server, survey)
  // The clock does this once a minute.
  await forgetInvitees(server.running.services)
  await unseal(survey)
  const [first, second] = survey.holders
  if (!first || !second) throw new Error('expected key holders')
  await deliver(server, first)
  await search('unsealing', [...invited.marks(false), ...cast.marks(true)])
  await deliver(server, second)
  await left(survey.organiser, survey.id, 'unsealing')
  await search('counted', [...invited.marks(false), ...cast.marks(true)])
  await publish(server, survey)
  const state = await left(survey.organiser, survey.id, 'released')
  if (state !== 'shredded') found.push(`the survey ended as ${state}`)
  await search('shredded', [...invited.marks(false), ...cast.marks(false)])

  const remains: Remains = {
    copies: copies.path,
    folder: server.folder,
    assessment: survey.id,
    manifest: survey.manifest,
    trusteeKeys: survey.holders.map(({ key }) => key),
    recorded: cast.recorded,
  }
  const name =
    'Look for marked addresses, names, codes, ballots and answers in every file and log'
  return [
    {
      attack: name,
      claims: [12],
      tries: looked,
      gained: String(found.length),
      broken: found,
    },
    times,
    joinDatabases(join(copies.path, 'open'), known),
    joinDatabases(join(copies.path, 'counted'), known),
    await openAfterShredding(remains),
  ]
}

/**
 * The signed manifest, the public keys that it names, and every word of them: one a unit, and both
 * sides keep them.
 */
async function knownToAll(
  server: TestServer,
  { id, unitKeys }: Pick<OpenSurvey, 'id' | 'unitKeys'>,
): Promise<readonly string[]> {
  const { body } = await server.visitor().get(`/api/manifests/${id}`)
  const text = JSON.stringify([body, ...unitKeys.values()])
  const words = text.match(/[\w-]{8,}/g) ?? []
  const bytes = words.map((word) => Buffer.from(word, 'base64url').toString('hex'))
  return [text, ...words, ...bytes]
}

async function aFolder() {
  const path = await mkdtemp(join(tmpdir(), 'groundwork-copies-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** Until it is disposed of, every request carries marks wherever a browser or a proxy puts some. */
function markEveryRequest() {
  const fetchAsItIs = globalThis.fetch
  const names = ['forwarded', 'agent', 'referer', 'language', 'cookie', 'query'] as const
  const values = new Map(names.map((name) => [name as string, marked(name)]))
  const value = (name: (typeof names)[number]): string => values.get(name) ?? ''
  globalThis.fetch = (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('x-forwarded-for', `203.0.113.77, ${value('forwarded')}`)
    headers.set('forwarded', `for=${value('forwarded')}`)
    headers.set('x-real-ip', value('forwarded'))
    headers.set('user-agent', value('agent'))
    headers.set('referer', `https://intranet.example/${value('referer')}`)
    headers.set('accept-language', `nb, ${value('language')}`)
    headers.set('cookie', [headers.get('cookie'), `trace=${value('cookie')}`].join('; '))
    const address = `${String(input)}?trace=${value('query')}`
    return fetchAsItIs(address, { ...init, headers })
  }
  return {
    marks: [...values].map(([name, text]) => markOf(name, text)),
    [Symbol.dispose]() {
      globalThis.fetch = fetchAsItIs
    },
  }
}

/** What the operator of either part would have read. */
function logOf(server: TestServer): string {
  const lines: string[] = []
  const { write } = process.stderr
  process.stderr.write = (line) => lines.push(String(line)) > 0
  try {
    for (const event of server.events) tellOperator(event)
    for (const event of server.boxEvents) tellBoxOperator(event)
  } finally {
    process.stderr.write = write
  }
  return lines.join('')
}

async function inviteByMail(server: TestServer) {
  const survey = await frozenSurveyOf(server, twoUnitsOf(2 * perUnit))
  const { id, organiser, manifest } = survey
  const people = manifest.units.flatMap(({ name }) =>
    Array.from({ length: perUnit }, () => ({
      unit: name,
      email: `${marked('mail')}@people.example`,
      name: marked('name'),
    })),
  )
  const rows = people.map(({ unit, email, name }) => `${unit},${email},${name},en`)
  const csv = ['unit,email,name,language', ...rows].join('\n')
  const door = `/api/office/invitations/${id}`
  await organiser.put(`${door}/list`, { csv })
  for (const { id: unit } of manifest.units) {
    await organiser.put(`${door}/way`, { unit, way: 'mail', languages: ['en'] })
  }
  await open(organiser, id)
  await organiser.post(`${door}/round`, { kind: 'invitation' })
  const codes = await codesInMail(server, people.length)
  const marks = (isOpen: boolean): readonly Mark[] => [
    ...people.flatMap(({ email, name }) => [
      markOf(
        'an e-mail address',
        email,
        (at) => inOutbox(at) || (isOpen && inOffice(at)),
      ),
      markOf('a name', name, (at) => inOutbox(at) || (isOpen && inOffice(at))),
    ]),
    ...codes.map((code) => markOf('a code', code, inOutbox)),
    ...survey.holders.map(({ secret }) => markOf('a link of a key holder', secret)),
    ...survey.holders.map(({ key }) => markOf('a key of a key holder', key.privateKey)),
  ]
  return { survey, codes, marks }
}

/** Opens the outbox as the mail programs of the people would. */
async function codesInMail(
  server: TestServer,
  expected: number,
): Promise<readonly string[]> {
  const folder = join(server.folder, 'outbox')
  for (;;) {
    const names = (await readdir(folder).catch(() => [])).filter((name) =>
      /\.eml$/.test(name),
    )
    if (names.length < expected) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      continue
    }
    const mails = await Promise.all(
      names.map((name) => readFile(join(folder, name), 'utf8')),
    )
    return mails.map((mail) => {
      const text = mail.replaceAll('=\r\n', '').replaceAll('=3D', '=')
      const code = text.match(/\/answer\/[\w-]+(?:\?[^\s#]*)?#([0-9A-Z]{26})/)?.[1]
      if (!code) throw new Error('expected a code in every invitation')
      return code
    })
  }
}

async function answerByMail(
  server: TestServer,
  { survey, codes }: Awaited<ReturnType<typeof inviteByMail>>,
  people: number,
) {
  const { id } = survey
  const secrets: Mark[] = []
  const named: Mark[] = []
  const recorded: Uint8Array[] = []
  for (const code of codes.slice(0, people)) {
    const one = await answerOnce(server, survey, code)
    secrets.push(...one.secrets)
    named.push(...one.named)
    recorded.push(one.outer)
  }
  const mistyped = marked('mistyped')
  await server.visitor().post('/api/collect/look', { assessment: id, secret: mistyped })
  await server
    .visitor()
    .post('/api/collect', { assessment: id, secret: mistyped, blinded: mistyped })
  await server.atBallotBox('PUT', '/ballot', { assessment: id, sealed: mistyped })
  await server.atBallotBox('PUT', '/ballot', { assessment: mistyped, sealed: mistyped })
  await server.visitor().get(`/${mistyped}`)
  return {
    recorded,
    marks: (isCounting: boolean): readonly Mark[] => [
      ...secrets,
      // While it is counted, the office lays out shares under the names of their ballots.
      ...named.map((mark) => ({
        ...mark,
        mayBeIn: (path: string) => isCounting && inOffice(path),
      })),
      markOf('a mistyped code', mistyped),
      markOf('answers', canonicalJson(answers)),
    ],
  }
}

/** Collects, casts, checks and casts again; @returns everything nobody else should know */
async function answerOnce(
  server: TestServer,
  { manifest, unitKeys }: Pick<OpenSurvey, 'manifest' | 'unitKeys'>,
  code: string,
) {
  const { assessment } = manifest
  const seed = drawSeed()
  const { ballot, check } = await collectAsEmployee(server.origin, manifest, code, seed)
  const { blinded } = await prepareCollecting(
    manifest,
    ballot.unit,
    unitKeys.get(ballot.unit) ?? '',
    seed,
  )
  const inner = await sealAnswers(answers, ballot, manifest)
  const outer = await sealForBox({ ballot, check: await sha256(check), inner }, manifest)
  const sealed = toBase64url(outer)
  await server.atBallotBox('PUT', '/ballot', { assessment, sealed })
  const claim = { unit: ballot.unit, serial: ballot.serial, check }
  const wish = toBase64url(await sealClaim('check', claim, manifest))
  await server.atBallotBox('POST', '/ballot/check', { assessment, sealed: wish })
  await server.atBallotBox('PUT', '/ballot', { assessment, sealed })
  const part = (text: string) => fromBase64url(text) ?? new Uint8Array()
  return {
    outer,
    secrets: [
      markOf('a ballot code', seed),
      markOf('a blinded request', blinded),
      markOf('a serial', part(ballot.serial)),
      markOf('a prefix', part(ballot.prefix)),
      markOf('a signature', part(ballot.signature)),
      markOf('a check value', check),
      markOf('the hash of a check value', await sha256(check)),
      markOf('a sealed request', outer),
      // Its end is the ciphertext of the answers, whatever stands before.
      markOf('an envelope', inner.subarray(-64)),
    ],
    named: [markOf('the name of a ballot', await nullifierOf(ballot.serial))],
  }
}

interface Times {
  readonly bytes: number
  readonly found: readonly string[]
}

/**
 * Claim 5. Times in every form a program writes them, in the ballot box: as text, as numbers of
 * seconds and of milliseconds, in random ids.
 */
async function timesIn(folder: string): Promise<Times> {
  const files = await everythingIn(join(folder, 'ballot-box'), '')
  const now = Date.now()
  const found = [...files].flatMap(([path, content]) => {
    const text = content.toString('latin1')
    const moments = text.match(/20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]*/g) ?? []
    const numbers = text.match(/(?<!\d)(\d{10}|\d{13})(?!\d)/g) ?? []
    const recent = numbers.filter((number) => {
      const ms = Number(number) * (number.length === 10 ? 1000 : 1)
      return Math.abs(ms - now) < 86_400_000
    })
    const dated =
      text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[1267][0-9a-f]{3}-[89ab][0-9a-f]{3}-/g) ?? []
    const binary = bytesOfTimes(content, now)
    return [...moments, ...recent, ...dated, ...binary].map((each) => `${path}: ${each}`)
  })
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  return { bytes, found }
}

/** When the database was set up stands in it; nothing may be added while people answer. */
function newTimes(before: Times, after: Times): Tried {
  const broken = after.found.filter((time) => !before.found.includes(time))
  return {
    attack: 'Look for a time in every byte that the ballot box keeps',
    claims: [5],
    tries: after.bytes,
    gained: String(broken.length),
    broken: broken.map((time) => `a time was kept: ${time}`),
  }
}

/** Eight bytes that are this quarter of an hour in milliseconds. */
function bytesOfTimes(content: Buffer, now: number): readonly string[] {
  const near = (value: bigint): boolean => {
    const away = value - BigInt(now)
    return away > -900_000n && away < 1000n
  }
  const found: string[] = []
  for (let at = 0; at + 8 <= content.length; at += 1) {
    // The highest byte of such a number is zero: most places need no closer look.
    if (content[at] === 0 && near(content.readBigUInt64BE(at))) found.push(`at ${at}`)
    if (content[at + 7] === 0 && near(content.readBigUInt64LE(at))) found.push(`at ${at}`)
  }
  return found
}
