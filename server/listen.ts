import { createServer as createHttpsServer } from 'node:https'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import type { Address } from './read-address.ts'

/** What answers a request. */
export type Answer = (request: Request) => Response | Promise<Response>

/** A server that listens until it is stopped. */
export interface Listening {
  stop(): Promise<void>
}

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
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { stop: () => stopListening(server) }
}

function stopListening(server: ServerType): Promise<void> {
  if ('closeAllConnections' in server) server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
