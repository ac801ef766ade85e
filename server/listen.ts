import type { ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import type { Address } from './read-address.ts'

/** What answers a request. */
export type Answer = (request: Request) => Response | Promise<Response>

/** A server that listens until it is stopped. */
export interface Listening {
  /** Takes nobody in any more, and ends when those who were in have their answer. */
  stop(): Promise<void>
}

/** So long an answer may still take when the server stops; then it is cut off. */
const graceMilliseconds = 20_000

/** Where ballots are cast, a server says as little as HTTP lets it. */
export interface Manner {
  /**
   * No date in replies, and only the TLS version that keeps no session by itself. Session
   * tickets are turned off by `tls.cnf`, which Node takes at its start and at no other time.
   */
  readonly leavesNoTrace: boolean
}

/**
 * A connection is kept this long for the next request: longer than the minute of proxies and
 * browsers, so that it is never closed here while a request is on its way.
 */
const idleMilliseconds = 65_000

/** Begins to listen, with HTTPS of our own where there is a certificate. */
export async function listen(
  answer: Answer,
  { host, port, certificate }: Address,
  { leavesNoTrace }: Manner,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: answer,
    hostname: host,
    ...(certificate && {
      createServer: createHttpsServer,
      serverOptions: {
        ...certificate,
        minVersion: leavesNoTrace ? 'TLSv1.3' : 'TLSv1.2',
      },
    }),
  })
  if (leavesNoTrace && 'prependListener' in server) {
    server.prependListener('request', (_, reply) => {
      reply.sendDate = false
    })
  }
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = idleMilliseconds
  const answering = answersOf(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { stop: () => stopListening(server, answering) }
}

/** What is being answered just now. */
interface Answers {
  /** Lets no connection ask again, and waits until nothing is being answered. */
  end(): Promise<void>
}

function answersOf(server: ServerType): Answers {
  const answers = new Set<ServerResponse>()
  let isEnding = false
  let quiet = (): void => {}
  server.on('request', (_: unknown, answer: ServerResponse) => {
    if (isEnding) answer.shouldKeepAlive = false
    answers.add(answer)
    answer.once('close', () => {
      answers.delete(answer)
      if (answers.size === 0) quiet()
    })
  })
  return {
    end() {
      isEnding = true
      for (const answer of answers) answer.shouldKeepAlive = false
      return new Promise((resolve) => {
        quiet = resolve
        if (answers.size === 0) resolve()
      })
    },
  }
}

async function stopListening(server: ServerType, answers: Answers): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  let late: NodeJS.Timeout | undefined
  const grace = new Promise<void>((resolve) => {
    late = setTimeout(resolve, graceMilliseconds)
  })
  await Promise.race([answers.end(), grace])
  clearTimeout(late)
  if ('closeAllConnections' in server) server.closeAllConnections()
  await closed
}
