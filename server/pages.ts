import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { builtPages, welcomeFile } from './employee-page.ts'
import { type ProgramPages, programPages } from './program-pages.ts'

/** No page talks to another host, runs a script of its own text, or can be framed. */
const workspacePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/**
 * The employee's page takes even less: no data in images, no text turned into markup, by any
 * policy. It speaks to us and to the ballot box. Only the preview may stand in a frame, and
 * only in ours.
 */
const answerPolicy = (ballotBox: string, frame: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self' ${ballotBox}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frame}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** Small pages for employees: they speak to us alone. */
const smallPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/**
 * The page in the room of a focus group: it speaks to us alone, and one script of ours may stand
 * between it and the network, so that it goes on without one.
 */
const roomPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types session-worker',
].join('; ')

/** That script fetches from us, and does nothing else. */
const workerPolicy = "default-src 'none'; connect-src 'self'"

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
  return new Hono()
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
    .route('/program', programPages(origin, about))
    .get('/facilitate/session-worker.js', sessionWorker)
    .get('/facilitate/:study/session/:session', (c) => page(c, 'room.html', roomPolicy))
    .get('*', (c) => page(c, 'index.html', workspacePolicy))
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
