import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** One process of an installation. */
export interface Part {
  /** where it listens itself */
  readonly port: number
  readonly process: ChildProcess
  /** all it has written to its log */
  readonly said: () => string
  /** by force, as the operating system or a power cut would */
  kill(): Promise<void>
}

/** Starts a process of an installation, and waits until it works or has ended. */
export async function startPart(
  settings: Readonly<Record<string, string>>,
  port: number,
): Promise<Part> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'part.child.ts')],
    { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = once(child, 'close')
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), ended])
  return {
    port,
    process: child,
    said: () => said,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** One address before several processes. */
export interface Front extends AsyncDisposable {
  readonly port: number
  /** the processes that requests are handed to, each to the next */
  to: readonly number[]
}

/**
 * Hands each request to the next process, whoever asks: nothing makes two requests of one person
 * meet the same process. One that cannot be reached is left out, as a proxy does; one that ends
 * in the middle of a request breaks it off, as a network does.
 */
export async function frontOf(): Promise<Front> {
  let turn = 0
  const front = { port: 0, to: [] as readonly number[] }
  const server = createServer((asked, reply) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => {
      const order = front.to.map((_, at) => front.to[(turn + at) % front.to.length] ?? 0)
      turn += 1
      handOn(asked, Buffer.concat(chunks), reply, order)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  front.port = (server.address() as AddressInfo).port
  return Object.assign(front, {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

function handOn(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  reply: ServerResponse,
  [port, ...others]: readonly number[],
): void {
  if (port === undefined) {
    reply.writeHead(502).end()
    return
  }
  const asking = request({ host: '127.0.0.1', port, method, path: url, headers })
  asking.once('response', (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.once('error', () => reply.destroy())
    answer.pipe(reply)
  })
  asking.once('error', (error) => {
    const isAway = 'code' in error && error.code === 'ECONNREFUSED'
    if (isAway) handOn({ method, url, headers } as IncomingMessage, body, reply, others)
    else reply.destroy()
  })
  asking.end(body)
}
