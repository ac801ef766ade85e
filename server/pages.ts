import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { callerAddress } from './caller-address.ts'
import { escaped } from './documents/html.ts'
import { builtPages, welcomeFile } from './employee-page.ts'
import {
  answerPolicy,
  formPolicy,
  printedPolicy,
  roomPolicy,
  smallPolicy,
  workerPolicy,
  workspacePolicy,
} from './page-policies.ts'

/** What stands in a page that is written here; every word in its body is data already. */
export interface Written {
  readonly found: boolean
  readonly lang: string
  readonly title: string
  readonly body: string
}

/** Writes the page about a program, in the language asked for or read best. */
export type WriteProgram = (
  assessment: string,
  asked: string | null,
  read: readonly string[],
) => Promise<Written>

/** What somebody asks of the page of sessions by one of its forms. */
export interface SentForm {
  readonly doing: string
  readonly code: string
  readonly session: string
  readonly address: string
}

/** Writes the page of sessions, does what a form of it asks, or makes a calendar file. */
export type AnswerSessions = (
  assessment: string,
  reader: { readonly asked: string | null; readonly read: readonly string[] },
  form: SentForm | null,
) => Promise<
  | { readonly kind: 'page'; readonly page: Written }
  | { readonly kind: 'calendar'; readonly text: string }
>

/** The pages about a program, which need no script. */
export interface ProgramPages {
  readonly program: WriteProgram
  readonly sessions: AnswerSessions
  /** all sessions as a calendar file; null where there is no such page */
  readonly calendar: (
    assessment: string,
    reader: { readonly asked: string | null; readonly read: readonly string[] },
  ) => Promise<string | null>
}

/**
 * The entries of the web: what employees open, and what everybody else does.
 *
 * @param where our own origin, and that where ballots are cast
 * @param about what is written here of a program
 */
export function pages(
  { origin, ballotBox }: { readonly origin: string; readonly ballotBox: string },
  about: ProgramPages,
): Hono {
  return (
    new Hono()
      .get(
        '/assets/*',
        serveStatic({
          root: builtPages,
          precompressed: true,
          onFound: (_, c) =>
            c.header('cache-control', 'public, max-age=31536000, immutable'),
        }),
        (c) => c.text('Not found', 404),
      )
      .get('/answer/preview', (c) =>
        page(c, 'answer.html', answerPolicy(ballotBox, "'self'")),
      )
      .get('/answer/:assessment', (c) => {
        fetchEarly(c, c.req.param('assessment'))
        return page(c, 'answer.html', answerPolicy(ballotBox, "'none'"))
      })
      .get('/answer/*', (c) => page(c, 'answer.html', answerPolicy(ballotBox, "'none'")))
      .get('/mute/*', (c) => page(c, 'mute.html', smallPolicy))
      .get('/groups/*', (c) => page(c, 'seats.html', smallPolicy))
      .get('/results/*', (c) => {
        // For who has the address, not for who searches.
        c.header('x-robots-tag', 'noindex')
        return page(c, 'told.html', smallPolicy)
      })
      .get('/program/:assessment', async (c) => {
        const { asked, read } = readerOf(c)
        const page = await about.program(c.req.param('assessment'), asked, read)
        return written(c, page, printedPolicy)
      })
      .get('/program/:assessment/sessions', async (c) =>
        answered(c, await about.sessions(c.req.param('assessment'), readerOf(c), null)),
      )
      // Not below /api, where forms of other sites are refused already.
      .post('/program/:assessment/sessions', smallForms, csrf({ origin }), async (c) => {
        const form = await formOf(c)
        return answered(
          c,
          await about.sessions(c.req.param('assessment'), readerOf(c), form),
        )
      })
      .get('/program/:assessment/sessions.ics', async (c) => {
        const text = await about.calendar(c.req.param('assessment'), readerOf(c))
        return text === null ? c.text('Not found', 404) : calendar(c, text)
      })
      .get('/facilitate/session-worker.js', sessionWorker)
      .get('/facilitate/:study/session/:session', (c) => page(c, 'room.html', roomPolicy))
      .get('*', (c) => page(c, 'index.html', workspacePolicy))
  )
}

/**
 * The browser fetches the manifest, and the first sentences in the reader's language, while it
 * still reads the page that will ask for them.
 */
function fetchEarly(c: Context, assessment: string): void {
  const welcome = welcomeFile(
    c.req.query('lang') ?? null,
    c.req.header('accept-language'),
  )
  if (welcome) c.header('link', `</assets/${welcome}>; rel=modulepreload`)
  if (!/^[\da-f-]{36}$/.test(assessment)) return
  const manifest = `</api/manifests/${assessment}>; rel=preload; as=fetch; crossorigin`
  c.header('link', manifest, { append: true })
}

async function page(c: Context, file: string, policy: string): Promise<Response> {
  if (/\.\w+$/.test(c.req.path)) return c.text('Not found', 404)
  const html = await readFile(join(builtPages, file))
  return c.body(new Uint8Array(html), 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  })
}

/** The languages a browser asks for, the best first. */
function languagesIn(header = ''): readonly string[] {
  return header.split(',').map((part) => part.split(';')[0]?.trim() ?? '')
}

const readerOf = (c: Context) => ({
  asked: c.req.query('lang') ?? null,
  read: languagesIn(c.req.header('accept-language')),
})

/** Who books is nobody's business: what is sent is read here and written nowhere. */
async function formOf(c: Context): Promise<SentForm> {
  const form = await c.req.parseBody()
  const field = (name: string) => {
    const value = form[name]
    return typeof value === 'string' ? value.slice(0, 100) : ''
  }
  return {
    doing: field('do'),
    code: field('code'),
    session: field('session'),
    address: callerAddress(c),
  }
}

const largestForm = 8 * 1024
const smallForms = bodyLimit({
  maxSize: largestForm,
  onError: (c) => c.text('Too large', 413),
})
/**
 * Another site could make its visitors book seats away. A browser says where a form comes from,
 * but not where a page wants no referrer at all: this one wants none but for itself.
 */
const saysWhereFrom = { 'referrer-policy': 'same-origin' }

function answered(c: Context, shown: Awaited<ReturnType<AnswerSessions>>) {
  return shown.kind === 'page'
    ? written(c, shown.page, formPolicy, saysWhereFrom)
    : calendar(c, shown.text)
}

function calendar(c: Context, text: string): Response {
  return c.body(text, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="sessions.ics"',
    'cache-control': 'no-store',
  })
}

/** A page about a program in its frame; it needs no script. */
async function written(
  c: Context,
  { found, lang, title, body }: Written,
  policy: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const frame = await readFile(join(builtPages, 'program.html'), 'utf8')
  const html = frame
    .replace('<html lang="en">', () => `<html lang="${lang}">`)
    .replace('<title>Groundwork</title>', () => `<title>${escaped(title)}</title>`)
    .replace(/<body>\s*<\/body>/, () => `<body>${body}</body>`)
  return c.body(html, found ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    vary: 'accept-language',
    ...more,
  })
}

/**
 * The script that keeps the page in the room at hand. Browsers let it stand before addresses
 * that begin like its own, up to the last slash, and before no other: it must never be served
 * from the root, nor with a header that widens its reach.
 */
async function sessionWorker(c: Context): Promise<Response> {
  const script = await readFile(join(builtPages, 'session-worker.js'))
  return c.body(new Uint8Array(script), 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'content-security-policy': workerPolicy,
    'cache-control': 'no-cache',
  })
}
