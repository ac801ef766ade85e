import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { callerAddress } from './caller-address.ts'
import { escaped } from './documents/html.ts'
import { builtPages } from './employee-page.ts'

/** A page without a script: it speaks to nobody. */
const printedPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The same with forms, which speak to us alone. */
const formPolicy = printedPolicy.replace("form-action 'none'", "form-action 'self'")

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
 * The pages about a program, which run no script: what it is, its sessions, and a calendar.
 *
 * @param origin our own: forms that come from elsewhere are refused, as they are below `/api`
 */
export function programPages(origin: string, about: ProgramPages): Hono {
  return new Hono()
    .get('/:assessment', async (c) => {
      const { asked, read } = readerOf(c)
      const page = await about.program(c.req.param('assessment'), asked, read)
      return written(c, page, printedPolicy)
    })
    .get('/:assessment/sessions', async (c) =>
      answered(c, await about.sessions(c.req.param('assessment'), readerOf(c), null)),
    )
    .post('/:assessment/sessions', smallForms, csrf({ origin }), async (c) => {
      const form = await formOf(c)
      return answered(
        c,
        await about.sessions(c.req.param('assessment'), readerOf(c), form),
      )
    })
    .get('/:assessment/sessions.ics', async (c) => {
      const text = await about.calendar(c.req.param('assessment'), readerOf(c))
      return text === null ? c.text('Not found', 404) : calendar(c, text)
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
