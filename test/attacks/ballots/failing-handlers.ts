import type { Role } from '#server/accounts/contract.ts'
import { createApp } from '#server/app.ts'
import { AssessmentId } from '#server/assessments/contract.ts'
import { createBallotApp } from '#server/ballot-box/app.ts'
import type { BoxServices } from '#server/ballot-box/box-services.ts'
import {
  type BoxEvent,
  type Event,
  tellBoxOperator,
  tellOperator,
} from '#server/events.ts'
import { bookingToken } from '#server/group-seats/seat-keys.ts'
import type { OpenSurvey } from '../../server/journey.ts'
import type { TestServer } from '../../server/test-server.ts'
import { testServer } from '../../server/test-server.ts'
import { type Allowed, officeDoors, pathOf } from './office-doors.ts'
import { openSurveyOf, twoUnitsOf } from './open-survey.ts'
import { Ledger, type Tried } from './tried.ts'

/** Long enough that nothing else looks like it. */
const value = 'Secret-value-of-a-request'

/** As bad as an error can be: it quotes what was asked, and writes it as if it were a place. */
class QuotingError extends Error {
  override readonly name = 'QuotingError'

  constructor() {
    super(`near "${value}:1:1"\n    at ${value} (file:///${value}:1:2)`)
  }
}

/** How often something was reached that fails. */
interface Fault {
  count: number
}

/**
 * Claim 56. Every handler of both parts is made to fail with an error that quotes the request.
 * Neither the reply nor what the operator reads has a value of it. Requests that are refused
 * because they make no sense are tried too.
 */
export async function failEverywhere(): Promise<Tried> {
  await using server = await testServer()
  const survey = await openSurveyOf(server, twoUnitsOf(40))
  const ledger = new Ledger()
  await failInOffice(server, survey, ledger)
  await failInBox(survey, ledger)
  return ledger.tried(
    'Make every handler fail with an error that quotes the request',
    [56],
  )
}

async function failInOffice(
  server: TestServer,
  survey: OpenSurvey,
  ledger: Ledger,
): Promise<void> {
  const { services } = server.running
  const fault: Fault = { count: 0 }
  const events: Event[] = []
  const app = createApp({
    ...services,
    db: failing(services.db, fault, ['membership', 'held_role', 'act_begun']),
    jobs: failing(services.jobs, fault),
    authentication: failing(services.authentication, fault, ['userOf']),
    tell: (event) => void events.push(event),
  })
  const cookies = new Map<Allowed, string>([
    ['member', await cookieOf(server, 'organiser')],
    ['employee side', await cookieOf(server, 'employee-side')],
    ['facilitator', await cookieOf(server, 'facilitator')],
  ])
  const known = { assessment: survey.id, id: survey.id }
  const bodies = bodiesOf(survey, bookingToken(services, AssessmentId.parse(survey.id)))
  for (const [door, { allowed, body }] of Object.entries(officeDoors)) {
    const isSignedIn = !door.endsWith('/second-step') // which nobody passes twice
    const cookie = isSignedIn ? (cookies.get(allowed) ?? cookies.get('member') ?? '') : ''
    const ask = async (asked: unknown): Promise<Response> => {
      fault.count = 0
      const reply = await app.request(server.origin + pathOf(door, known), {
        ...asQuestion(door, asked),
        headers: { ...markedHeaders, origin: server.origin, cookie },
      })
      const log = logOf(() => {
        for (const event of events.splice(0)) tellOperator(event)
      })
      const told = (await reply.text()) + JSON.stringify([...reply.headers]) + log
      ledger.note(told.includes(value), () => `${door} answers or logs a value: ${told}`)
      return reply
    }
    await ask({ unknown: value })
    await ask(value)
    const { status } = await ask(body ?? bodies[door] ?? {})
    const isRefusedFirst = refusedFirst.some((pattern) => pattern.test(door))
    ledger.note(
      fault.count === 0 && !isRefusedFirst,
      () => `${door} never failed: ${status}`,
    )
  }
}

/** Doors that answer these requests before they reach anything that can fail. */
const refusedFirst = [
  /openapi\.json$/, // written when the server starts, the same for everybody
  /deliveries\/template\/:locale$/, // empty, and the same for everybody
  /accounts\/people\/second-factor$/, // nothing to lose in the example
  /accounts\/people\/:user(\/|$)/, // nobody of that id
  /trustees\/named\/:user$/, // nobody of that id
  /accounts\/me\/second-factor\/codes$/, // there is no second factor
]

const markedHeaders = {
  'content-type': 'application/json',
  'user-agent': value,
  'x-forwarded-for': value,
}

function asQuestion(door: string, body: unknown): RequestInit {
  const [method = ''] = door.split(' ')
  return /^(POST|PUT)$/.test(method) ? { method, body: JSON.stringify(body) } : { method }
}

/** Requests that lead through the doors that need no session, up to where they fail. */
function bodiesOf(
  { id, codes }: OpenSurvey,
  booking: string,
): Readonly<Record<string, unknown>> {
  const secret = codes[0]
  const person = { name: value, email: 'ada@people.example', password: `${value} 1234` }
  const token = 'A'.repeat(30)
  const seats = { assessment: id, token: booking }
  return {
    'POST /api/collect/look': { assessment: id, secret },
    'POST /api/collect/again': { assessment: id, secret },
    'POST /api/collect': { assessment: id, secret, blinded: 'A'.repeat(512) },
    'POST /api/invitations/mute': { assessment: id, token },
    'POST /api/group-seats/look': seats,
    'POST /api/group-seats/take': { ...seats, session: id, code: 'X' },
    'POST /api/group-seats/find': { ...seats, code: 'X' },
    'POST /api/group-seats/give-back': { ...seats, code: 'X' },
    'POST /api/office/accounts/set-up': { ...person, organization: value, secret: token },
    'POST /api/office/accounts/join': { ...person, secret: token },
    'POST /api/office/accounts/join/look': { secret: token },
    'POST /api/office/accounts/second-step': { kind: 'app', code: '123456' },
    'POST /api/office/accounts/way-back': { ...person, halves: [token, token] },
    'POST /api/office/accounts/sign-in': person,
    'POST /api/office/example/visit': { as: 'organiser' },
  }
}

async function failInBox({ id }: OpenSurvey, ledger: Ledger): Promise<void> {
  const fault: Fault = { count: 0 }
  const events: BoxEvent[] = []
  const broken = failing({}, fault)
  const app = createBallotApp({
    config: {
      origin: 'http://127.0.0.1:1',
      office: 'http://127.0.0.1:2',
      officeKey: null,
      crowd: 256,
    },
    ballots: broken as BoxServices['ballots'],
    slots: broken as BoxServices['slots'],
    outerKeys: broken as BoxServices['outerKeys'],
    doors: broken as BoxServices['doors'],
    doorSecret: 'none',
    tell: (event) => void events.push(event),
  })
  const sealed = { assessment: id, sealed: value }
  const requests: readonly (readonly [string, string, unknown])[] = [
    ['PUT', '/ballot', sealed],
    ['POST', '/ballot/check', sealed],
    ['POST', '/ballot/withdraw', sealed],
    ['GET', `/state/${id}`, undefined],
  ]
  for (const [method, path, body] of requests) {
    fault.count = 0
    const reply = await app.request(path, {
      method,
      headers: { 'content-type': 'application/json', 'user-agent': value },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const log = logOf(() => {
      for (const event of events.splice(0)) tellBoxOperator(event)
    })
    const told = (await reply.text()) + JSON.stringify([...reply.headers]) + log
    ledger.note(told.includes(value), () => `${path} answers or logs a value: ${told}`)
    ledger.note(fault.count === 0 || reply.status !== 500, () => `${path} never failed`)
  }
}

/** The same thing, but whatever is done with it fails, save for what these names begin. */
function failing<Thing extends object>(
  thing: Thing,
  fault: Fault,
  spared: readonly string[] = [],
): Thing {
  return new Proxy(thing, {
    get(target, name) {
      const real: unknown = Reflect.get(target, name)
      return (...given: readonly unknown[]) => {
        const isSpared =
          spared.includes(String(name)) || spared.includes(String(given[0]))
        if (isSpared && typeof real === 'function') return real.apply(target, given)
        fault.count += 1
        throw new QuotingError()
      }
    },
  })
}

async function cookieOf(server: TestServer, as: Role): Promise<string> {
  const reply = await fetch(`${server.origin}/api/office/example/visit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify({ as }),
  })
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** What is written to standard error meanwhile. */
function logOf(work: () => void): string {
  const lines: string[] = []
  const { write } = process.stderr
  process.stderr.write = (line) => lines.push(String(line)) > 0
  try {
    work()
  } finally {
    process.stderr.write = write
  }
  return lines.join('')
}
