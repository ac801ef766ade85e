import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SecondRole } from '#server/accounts/contract.ts'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import { idOf, joined } from '../../server/an-office.ts'
import {
  type Reply,
  type TestServer,
  testServer,
  type Visitor,
} from '../../server/test-server.ts'
import {
  type Door,
  doorsOf,
  isMeantFor,
  type Knocker,
  officeDoors,
  pathOf,
} from './office-doors.ts'
import { openSurveyOf, twoUnitsOf } from './open-survey.ts'
import { Ledger, type Tried } from './tried.ts'

/** Codes that say who somebody would have to be. */
const wrongRole = [
  'sign-in-first',
  'members-only',
  'organisers-only',
  'employee-side-only',
  'facilitators-only',
  'stricter-role',
  'second-factor-needed',
]

/** What a refusal says, which is the same everywhere. */
const inRefusals = new Set(['code', 'status', 'problems', 'where', 'expected', 'say'])

/**
 * Claim 33. Every role tries every door of the office, with a request it understands, at an open
 * survey. First all that must be refused, then all that may pass: by then a survey may have
 * been closed, but nobody is sent away for who they are.
 */
export async function tryEveryDoor(): Promise<Tried> {
  await using server = await testServer()
  const { id } = await openSurveyOf(server, twoUnitsOf(40))
  const roles: readonly (readonly [Knocker, Visitor])[] = [
    ['nobody', server.visitor()],
    ['organiser', await server.example()],
    ['employee side', await server.example('employee-side')],
    ['facilitator', await server.example('facilitator')],
    ['administrator', await server.example('administrator')],
    ['provider', await server.example('provider')],
    [
      'organiser and administrator',
      await inTwoRoles(server, 'organiser', 'administrator'),
    ],
    ['employee side and provider', await inTwoRoles(server, 'employee-side', 'provider')],
    ['organiser of another organization', await stranger(server)],
  ]
  const ledger = new Ledger()
  for (const door of doorsOf(server)) {
    ledger.note(!(door in officeDoors), () => `${door} is in no list of who may pass`)
  }
  for (const [role, visitor] of roles) {
    for (const [door, { body }] of doorsFor(role, false)) {
      const reply = await knock(visitor, door, id, body)
      ledger.note(!isRefused(role, door, reply), () => said(role, door, reply))
    }
  }
  for (const [role, visitor] of roles) {
    for (const [door, { allowed, body }] of doorsFor(role, true)) {
      const who = allowed === 'anybody' ? server.visitor() : visitor
      const reply = await knock(who, door, id, body)
      ledger.note(wrongRole.includes(codeOf(reply)), () => said(role, door, reply))
    }
  }
  return ledger.tried('Try every door of the office in every role', [33])
}

/** The doors a role may pass, without those that would end the survey; or may not. */
function doorsFor(role: Knocker, may: boolean): readonly (readonly [string, Door])[] {
  return Object.entries(officeDoors).filter(([door, { allowed, isHeavy }]) =>
    may
      ? !isHeavy && isMeantFor(role, door)
      : allowed !== 'anybody' && !isMeantFor(role, door),
  )
}

/** Questionnaires, and the list of doors, in formats of other programs: no contract of ours. */
const inWordsOfOthers = /\/(openapi\.json|own\/:format|:instrument\/:format)$/

/**
 * Claim 34. A session of an organiser calls everything at random, sensible or not. Nothing
 * breaks, no reply has a field that no contract names, and none has a code.
 */
export async function crawlAsOrganiser(calls: number): Promise<Tried> {
  const known = await namesInContracts()
  await using server = await testServer()
  const survey = await openSurveyOf(server, twoUnitsOf(40))
  const { id, organiser, holders, codes } = survey
  const doors = Object.entries(officeDoors).filter(([, { isHeavy }]) => !isHeavy)
  const ledger = new Ledger()
  for (let call = 0; call < calls; call += 1) {
    const [door, { body }] = pick<readonly [string, Door]>(doors)
    if (/sign-out|visit|units$|plan$/.test(door)) continue
    const places = { id: pick([id, id, 'x']), holder: pick(holders).id, assessment: id }
    const asked = pick([body, body, {}, { ...Object(body), extra: 'x' }, null])
    const reply = await knock(organiser, door, places.id, asked, places)
    ledger.note(reply.status >= 500, () => said('organiser', door, reply))
    const names = reply.status < 400 ? known : inRefusals
    const isForeign = reply.status < 400 && inWordsOfOthers.test(door)
    const unknown = isForeign
      ? []
      : fieldsIn(reply.body).filter((name) => !names.has(name))
    ledger.note(unknown.length > 0, () => `${door} tells ${unknown.join()}`)
    const text = JSON.stringify(reply.body)
    ledger.note(
      codes.some((code) => text.includes(code)),
      () => `${door} tells a code`,
    )
  }
  return ledger.tried('Call everything at random as an organiser', [34])
}

/** Somebody of the example who was called in for one role and given another. */
async function inTwoRoles(
  server: TestServer,
  role: 'organiser' | 'employee-side',
  second: SecondRole,
): Promise<Visitor> {
  const side = await server.example(role)
  const visitor = await joined(server, side, role, `Two ${second}`)
  const id = await idOf(side, `Two ${second}`)
  const { status } = await side.post(`/api/office/accounts/people/${id}/roles/${second}`)
  if (status !== 200) throw new Error(`expected a second role, got ${status}`)
  return visitor
}

async function stranger(server: TestServer): Promise<Visitor> {
  const link = await offerSetUp(server.running.services)
  const visitor = server.visitor()
  const { status } = await visitor.post('/api/office/accounts/set-up', {
    secret: link?.split('#')[1] ?? '',
    organization: 'Elsewhere',
    name: 'Eve',
    email: 'eve@elsewhere.example',
    password: 'four plain words here',
  })
  if (status !== 200 && status !== 204) throw new Error('expected another organization')
  return visitor
}

async function knock(
  visitor: Visitor,
  door: string,
  id: string,
  body: unknown,
  places: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const path = pathOf(door, { assessment: id, ...places, id })
  if (door.startsWith('GET')) return visitor.get(path)
  if (door.startsWith('PUT')) return visitor.put(path, body)
  if (door.startsWith('DELETE')) return visitor.delete(path)
  return visitor.post(path, body)
}

/** People of another organization are told that there is nothing: it does not exist for them. */
function isRefused(role: Knocker, door: string, { status }: Reply): boolean {
  if (role !== 'organiser of another organization')
    return status === 401 || status === 403
  // The example is open to whoever sits at this machine, and to nobody from elsewhere.
  // Examinations are of the questions, and each organization has its own. An empty template is
  // the same for everybody.
  const isTheirs =
    !door.includes('/:') ||
    /\/(:job|example\/:id\/keys|examinations\/:locale\/:kind|template\/:locale)$/.test(
      door,
    )
  return status === 401 || status === 403 || status === 404 || isTheirs
}

function said(role: Knocker, door: string, reply: Reply): string {
  return `${role} at ${door}: ${reply.status} ${codeOf(reply)}`
}

function codeOf({ body }: Reply): string {
  const { code } = Object(body) as { readonly code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** Every name that a contract mentions, or the shapes it takes over. */
async function namesInContracts(): Promise<ReadonlySet<string>> {
  const root = join(import.meta.dirname, '..', '..', '..')
  const slices = await readdir(join(root, 'server'))
  const contracts = slices.map((slice) => join(root, 'server', slice, 'contract.ts'))
  const others = [
    'surveys/ballot/manifest.ts',
    'surveys/locale.ts',
    'server/refusal.ts',
    'server/assessments/ahead/contract.ts',
  ]
  const texts = await Promise.all(
    [...contracts, ...others.map((path) => join(root, path))].map((path) =>
      readFile(path, 'utf8').catch(() => ''),
    ),
  )
  const code = texts.join('\n').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  return new Set(code.match(/\w+/g) ?? [])
}

/** The name of every field at every depth. */
function fieldsIn(body: unknown): readonly string[] {
  if (body instanceof Uint8Array || typeof body !== 'object' || body === null) return []
  if (Array.isArray(body)) return body.flatMap(fieldsIn)
  return Object.entries(body).flatMap(([name, value]) =>
    // The words that go into a sentence are named by the sentence.
    name === 'words' ? [] : [name, ...fieldsIn(value)],
  )
}

function pick<Thing>(things: readonly Thing[]): Thing {
  return things[Math.floor(Math.random() * things.length)] as Thing
}
