import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { createApp } from '#server/app.ts'
import { openApiOf } from '#server/open-api.ts'
import { type Described, repliesIn } from '../../server/reply-fits.ts'
import { testServer } from '../../server/test-server.ts'
import { officeDoors } from '../ballots/office-doors.ts'
import { openSurveyOf, twoUnitsOf } from '../ballots/open-survey.ts'
import { type Schema, valuesOf } from './values-of.ts'

/** One door of the document, as it can be knocked at. */
interface Door {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: Schema
}

interface Operation {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: { 'application/json': { schema: Schema } } }
}

interface Knock {
  readonly door: Door
  readonly cookie: string
  readonly path: string
  readonly body: unknown
}

/** What came of many requests. */
export interface Fuzzed {
  readonly requests: number
  /** requests that were understood: anything but refused as malformed or for who asked */
  readonly understood: number
  readonly doors: number
  /** replies that must never be */
  readonly wrong: readonly string[]
  readonly slowest: { readonly door: string; readonly milliseconds: number }
  /** bytes by which the process grew */
  readonly growth: number
}

/**
 * Sends many requests to every door of the OpenAPI document, in every role, at an open survey:
 * well-formed ones and ones that have broken other programs.
 *
 * @param seed the same seed asks the same
 */
export async function fuzzDoors(count: number, seed: number): Promise<Fuzzed> {
  await using server = await testServer()
  const { id } = await openSurveyOf(server, twoUnitsOf(40))
  const app = createApp(server.running.services)
  const document = openApiOf(app.routes)
  const doors = doorsIn(document)
  const fits = repliesIn(document as unknown as Described)
  const cookies = ['', ...(await cookiesOf(app, server.origin))]
  const knocks = fc.sample(knocksAt(doors, cookies, id), { numRuns: count, seed })
  const wrong: string[] = []
  let understood = 0
  let slowest = { door: '', milliseconds: 0 }
  const before = process.memoryUsage().rss
  for (const knock of knocks) {
    const from = performance.now()
    const reply = await app.request(
      server.origin + knock.path,
      asRequest(knock, server.origin),
    )
    const text = await reply.text()
    const milliseconds = performance.now() - from
    if (milliseconds > slowest.milliseconds) {
      slowest = { door: knock.door.name, milliseconds }
    }
    if (reply.status !== 400 && reply.status !== 401 && reply.status !== 403) {
      understood += 1
    }
    const type = reply.headers.get('content-type')
    const { door } = knock
    const fault =
      faultOf(reply, text) ??
      fits(door.method, door.path, { status: reply.status, type, text })
    if (fault) wrong.push(`${knock.door.name}: ${fault}: ${JSON.stringify(knock.body)}`)
  }
  const growth = process.memoryUsage().rss - before
  return { requests: count, understood, doors: doors.length, wrong, slowest, growth }
}

/** What no reply may be: a fault of ours, or one that shows where the code stands. */
function faultOf({ status }: Response, text: string): string | null {
  if (status >= 500) return `status ${status}`
  if (/\bat [^\n]*\.ts:\d+:\d+|node_modules\//.test(text)) return 'a stack trace'
  return null
}

/** Doors that take long or sign out are tried by tests of their own. */
function doorsIn(document: ReturnType<typeof openApiOf>): readonly Door[] {
  const paths = document['paths'] as Readonly<Record<string, Record<string, Operation>>>
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .map(([method, { parameters, requestBody }]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters,
        body: requestBody?.content['application/json'].schema,
      }))
      .filter(({ name }) => {
        const listed =
          officeDoors[name.replace(/\{(\w+)\}/g, ':$1').replace(/(.)\/$/, '$1')]
        return !listed?.isHeavy && !name.endsWith('/sign-out')
      }),
  )
}

/** Sessions of the example's people, one in each role that works with an assessment. */
export async function cookiesOf(app: Hono, origin: string): Promise<readonly string[]> {
  const cookies: string[] = []
  for (const as of ['organiser', 'employee-side', 'facilitator']) {
    const reply = await app.request(`${origin}/api/office/example/visit`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ as }),
    })
    const [cookie = ''] = (reply.headers.getSetCookie()[0] ?? '').split(';')
    cookies.push(cookie)
  }
  return cookies
}

function knocksAt(
  doors: readonly Door[],
  cookies: readonly string[],
  id: string,
): fc.Arbitrary<Knock> {
  return fc.constantFrom(...doors).chain((door) =>
    fc.record({
      door: fc.constant(door),
      cookie: fc.constantFrom(...cookies),
      path: pathsOf(door, id),
      body: door.body ? valuesOf(door.body) : fc.constant(undefined),
    }),
  )
}

/** Most at the survey that there is, the others at ones that there are not. */
function pathsOf({ path, parameters }: Door, id: string): fc.Arbitrary<string> {
  const values = parameters.map(({ name, schema }) => {
    const isSurvey = name === 'id' || name === 'assessment'
    const value = isSurvey
      ? fc.oneof({ weight: 9, arbitrary: fc.constant(id) }, valuesOf(schema))
      : valuesOf(schema)
    return value.map(asText)
  })
  return fc.tuple(...values).map((texts) => {
    let written = path
    const query = new URLSearchParams()
    parameters.forEach((parameter, index) => {
      const text = texts[index] ?? ''
      if (parameter.in === 'query') query.set(parameter.name, text)
      else
        written = written.replace(`{${parameter.name}}`, () => encodeURIComponent(text))
    })
    return query.size > 0 ? `${written}?${query}` : written
  })
}

/** Half of a surrogate pair cannot stand in an address at all. */
function asText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.toWellFormed().slice(0, 4000)
}

function asRequest({ door, cookie, body }: Knock, origin: string): RequestInit {
  return {
    method: door.method,
    headers: { origin, cookie, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
}
