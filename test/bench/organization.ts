import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Manifest } from '#surveys/ballot/manifest.ts'

/** Somebody who was sent a code. */
export interface Invited {
  readonly unit: string
  /** SPKI in base64, as the office tells whoever shows a code of the unit */
  readonly unitKey: string
  readonly code: string
}

/** An organization whose people may answer now. */
export interface OpenOrganization {
  readonly origin: string
  readonly ballotOrigin: string
  readonly manifest: Manifest
  readonly invited: readonly Invited[]
}

/** What the server's process takes; where PostgreSQL runs besides, not that. */
export interface ServerNeeds {
  /** bytes: now, and at the most since it started */
  readonly memory: number
  readonly mostMemory: number
  /** milliseconds of processor time since it started, on all its threads */
  readonly processor: number
}

/** The product in a process of its own, which ends with this. */
export interface RunningOrganization extends OpenOrganization, AsyncDisposable {
  needs(): Promise<ServerNeeds>
}

export interface OrganizationSize {
  readonly units: number
  readonly headcount: number
  /** of how many people the codes are handed out */
  readonly invited: number
}

/** Starts the product with an open survey. @param databases two of PostgreSQL, or none */
export async function openOrganization(
  { units, headcount, invited }: OrganizationSize,
  databases: readonly string[],
): Promise<RunningOrganization> {
  const args = [units, headcount, invited].map(String)
  const child = fork(
    join(import.meta.dirname, 'participations.child.ts'),
    [...args, ...databases],
    { execArgv: process.execArgv },
  )
  const open = (await saidBy(child)) as OpenOrganization
  return {
    ...open,
    async needs() {
      child.send('needs')
      return (await saidBy(child)) as ServerNeeds
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

/** @throws Error when the process ends without a word */
function saidBy(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null): void =>
      reject(new Error(`the server ended with ${code}`))
    child.once('exit', fail)
    child.once('message', (message) => {
      child.off('exit', fail)
      resolve(message)
    })
  })
}
