import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '#server/accounts/contract.ts'
import { freePort } from '#server/commands/free-port.ts'
import { readWholeConfig, type WholeInstallation } from '#server/config.ts'
import type { BoxEvent, Event } from '#server/events.ts'
import { type Running, startWhole, type Tellers } from '#server/main.ts'
import type { Clock } from '#server/services.ts'
import { databasesOfTest } from './test-databases.ts'

/** A clock that a test can set. */
class TestClock implements Clock {
  #now: Date

  constructor(now: string) {
    this.#now = new Date(now)
  }

  now(): Date {
    return new Date(this.#now)
  }

  set(now: string): void {
    this.#now = new Date(now)
  }
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Somebody with a browser of their own: cookies are kept, and sent back. */
export interface Visitor {
  get(path: string): Promise<Reply>
  post(path: string, body?: unknown): Promise<Reply>
  put(path: string, body?: unknown): Promise<Reply>
  delete(path: string): Promise<Reply>
}

export interface TestServer extends AsyncDisposable {
  readonly origin: string
  /** where ballots are cast */
  readonly ballotOrigin: string
  readonly folder: string
  readonly clock: TestClock
  readonly events: readonly Event[]
  readonly boxEvents: readonly BoxEvent[]
  readonly running: Running
  /** stops, does something with the files, and starts again */
  restart(between?: () => void | Promise<void>): Promise<void>
  visitor(): Visitor
  /** asks the ballot box, with nothing that would say who asks */
  atBallotBox(method: string, path: string, body?: unknown): Promise<Reply>
  /** a visitor who is signed in to the example */
  example(as?: Role): Promise<Visitor>
}

/** What reaches a server from outside, whatever process it is in. */
export type Doors = Pick<TestServer, 'origin' | 'visitor' | 'atBallotBox' | 'example'>

/**
 * A whole server of its own on free ports, with databases in a folder that goes with it.
 *
 * @param settings besides those every test has
 */
export async function testServer(
  now = '2026-11-21T12:00:00Z',
  settings: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-test-'))
  const clock = new TestClock(now)
  const events: Event[] = []
  const boxEvents: BoxEvent[] = []
  const tell = {
    office: (event: Event) => void events.push(event),
    ballotBox: (event: BoxEvent) => void boxEvents.push(event),
  }
  const databases = await databasesOfTest()
  const started = await startOnFreePorts(
    folder,
    { ...databases, ...settings },
    tell,
    clock,
  )
  const { config } = started
  let { running } = started
  const { origin } = config.office
  return {
    ballotOrigin: config.ballotBox.origin,
    folder,
    clock,
    events,
    boxEvents,
    get running() {
      return running
    },
    async restart(between: () => void | Promise<void> = () => undefined) {
      await running[Symbol.asyncDispose]()
      await between()
      running = await startWhole(config, tell, clock)
    },
    ...doorsOf(origin, config.ballotBox.origin),
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port that was free a moment ago may be taken by another test: then others are tried. */
async function startOnFreePorts(
  folder: string,
  settings: Readonly<Record<string, string>>,
  tell: Tellers,
  clock: Clock,
  tries = 5,
): Promise<{ readonly config: WholeInstallation; readonly running: Running }> {
  const config = readWholeConfig({
    GROUNDWORK_DATA: folder,
    GROUNDWORK_PORT: String(await freePort()),
    GROUNDWORK_BALLOT_PORT: String(await freePort()),
    ...settings,
  })
  try {
    return { config, running: await startWhole(config, tell, clock) }
  } catch (error) {
    const isTaken = Object(error).code === 'EADDRINUSE'
    if (!isTaken || tries === 1) throw error
    return startOnFreePorts(folder, settings, tell, clock, tries - 1)
  }
}

/** The doors of a server that listens there. */
export function doorsOf(origin: string, ballotOrigin: string): Doors {
  return {
    origin,
    visitor: () => visitorOf(origin),
    atBallotBox: (method, path, body) =>
      replyTo(`${ballotOrigin}${path}`, {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }),
    async example(as = 'organiser') {
      const visitor = visitorOf(origin)
      await visitor.post('/api/office/example/visit', { as })
      return visitor
    },
  }
}

function visitorOf(origin: string): Visitor {
  const cookies = new Map<string, string>()
  const send = async (method: string, path: string, body?: unknown): Promise<Reply> => {
    const reply = await fetch(`${origin}${path}`, {
      method,
      // Cookies come with the redirect itself.
      redirect: 'manual',
      headers: {
        origin,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return { status: reply.status, headers: reply.headers, body: await bodyOf(reply) }
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  }
}

async function replyTo(address: string, request: RequestInit): Promise<Reply> {
  const reply = await fetch(address, request)
  return { status: reply.status, headers: reply.headers, body: await bodyOf(reply) }
}

async function bodyOf(reply: Response): Promise<unknown> {
  const bytes = new Uint8Array(await reply.arrayBuffer())
  const type = reply.headers.get('content-type') ?? ''
  if (!type.includes('json') || bytes.length === 0) return bytes
  return JSON.parse(new TextDecoder().decode(bytes))
}
