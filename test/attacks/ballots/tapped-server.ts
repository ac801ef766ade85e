import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { freePort } from '#server/commands/free-port.ts'
import { type TestServer, testServer } from '../../server/test-server.ts'

/** Every byte that went through one door, as somebody who runs the server sees it. */
export interface Tap {
  /** @returns what went through since it was last asked */
  take(): Passed
}

export interface Passed {
  readonly asked: Buffer
  readonly answered: Buffer
}

export interface TappedServer extends TestServer {
  readonly office: Tap
  readonly box: Tap
}

interface Wire extends Tap, AsyncDisposable {
  readonly port: number
}

/** A whole server whose both doors are listened at: its addresses lead through recorders. */
export async function tappedServer(now?: string): Promise<TappedServer> {
  const [officePort, boxPort] = [await freePort(), await freePort()]
  const office = await wireTo(officePort)
  const box = await wireTo(boxPort)
  const server = await testServer(now, {
    GROUNDWORK_PORT: String(officePort),
    GROUNDWORK_ORIGIN: `http://127.0.0.1:${office.port}`,
    GROUNDWORK_BALLOT_PORT: String(boxPort),
    GROUNDWORK_BALLOT_ORIGIN: `http://127.0.0.1:${box.port}`,
  })
  return {
    ...server,
    office,
    box,
    async [Symbol.asyncDispose]() {
      await office[Symbol.asyncDispose]()
      await box[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

async function wireTo(target: number): Promise<Wire> {
  const sockets = new Set<Socket>()
  let asked: Buffer[] = []
  let answered: Buffer[] = []
  const relay = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    near.on('data', (bytes: Buffer) => asked.push(bytes))
    far.on('data', (bytes: Buffer) => answered.push(bytes))
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  return {
    port: (relay.address() as AddressInfo).port,
    take() {
      const passed = { asked: Buffer.concat(asked), answered: Buffer.concat(answered) }
      asked = []
      answered = []
      return passed
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => relay.close(() => resolve()))
    },
  }
}
