/** `npm start`: builds what changed, brings the databases up to date, serves. */
import { type Installation, readConfig } from '../config.ts'
import type { Started } from './started.ts'

const installation = settings()
const started = await start(installation).catch(explain)
console.log(`\n${started.sentences}\nStop with Ctrl+C.\n`)

let stopping = 0
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)

/**
 * Stops when those who are in have their answer. A terminal and a supervisor signal the launcher
 * and this process, and the launcher passes it on: the same wish comes twice. Whoever asks
 * again later does not want to wait.
 */
function stop(): void {
  const now = performance.now()
  if (stopping === 0) {
    stopping = now
    void started[Symbol.asyncDispose]().then(() => process.exit(0))
  } else if (now - stopping > 2_000) process.exit(1)
}

/** A process loads what its role needs and no more: the ballot box none of the office. */
async function start(read: Installation): Promise<Started> {
  switch (read.role) {
    case 'all':
      return (await import('./start-all.ts')).startAll(read, read.watch)
    case 'office':
      return (await import('./start-office-alone.ts')).startOfficeAlone(
        read.office,
        read.watch,
      )
    case 'ballot-box':
      return (await import('./start-box-alone.ts')).startBoxAlone(
        read.ballotBox,
        read.watch,
      )
  }
}

function settings(): Installation {
  try {
    return readConfig(process.env)
  } catch (error) {
    return explain(error)
  }
}

/** A start that cannot be is one sentence, not a stack trace. */
function explain(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const { address, port } = error as Error & { address?: string; port?: number }
    console.error(
      `Something else already listens on ${address}:${port}, perhaps another Groundwork: stop it, or choose other ports with GROUNDWORK_PORT and GROUNDWORK_BALLOT_PORT.`,
    )
  } else {
    console.error(error instanceof Error ? error.message : String(error))
  }
  process.exit(1)
}
