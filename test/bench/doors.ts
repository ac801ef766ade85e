import { Agent, request } from 'node:http'

/** A request made ready beforehand. */
export interface DoorRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly address: string
  readonly body: Buffer | null
}

/** Connections to a server that are kept and used again, as many as clients need. */
export class Connections implements Disposable {
  readonly #agent = new Agent({ keepAlive: true })

  /** @returns the reply @throws Error when the door says no */
  ask({ method, address, body }: DoorRequest): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = {
        ...(body && {
          'content-type': 'application/json',
          'content-length': body.length,
        }),
      }
      const asked = request(address, { method, headers, agent: this.#agent }, (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('end', () => {
          const { statusCode: status = 0 } = reply
          const text = Buffer.concat(parts).toString()
          if (status === 200 || status === 204) resolve(text)
          else reject(new Error(`a door answered ${status}: ${text.slice(0, 200)}`))
        })
      })
      asked.on('error', reject)
      asked.end(body ?? undefined)
    })
  }

  [Symbol.dispose](): void {
    this.#agent.destroy()
  }
}

/**
 * Many clients at once, each of whom begins with the next task when it is done with one.
 *
 * @returns seconds until the last was done
 */
export async function doTogether(
  clients: number,
  tasks: readonly (() => Promise<void>)[],
): Promise<number> {
  const waiting = tasks.values()
  const client = async (): Promise<void> => {
    for (const task of waiting) await task()
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  return (performance.now() - start) / 1e3
}
