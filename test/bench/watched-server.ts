import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Doors, doorsOf, type Reply } from '../server/test-server.ts'
import { printFigure } from './figures.ts'
import type { Asked } from './loop-server.child.ts'
import type { Standstill } from './loop-watch.ts'

const mostMilliseconds = 50

/** A server in a process of its own that says how long each step kept others waiting. */
export interface WatchedServer extends AsyncDisposable {
  readonly doors: Doors
  ask(what: Partial<Asked> & Pick<Asked, 'do'>): Promise<unknown>
  /** Does something with the server, and prints how long its event loop stood still. */
  step<Outcome>(name: string, work: () => Promise<Outcome>): Promise<Outcome>
}

export async function watchedServer(): Promise<WatchedServer> {
  const child = fork(join(import.meta.dirname, 'loop-server.child.ts'))
  const { origin, ballotOrigin } = (await answerOf(child)) as Record<string, string>
  const ask: WatchedServer['ask'] = (what) => {
    child.send(what)
    return answerOf(child)
  }
  return {
    doors: doorsOf(origin ?? '', ballotOrigin ?? ''),
    ask,
    async step(name, work) {
      await ask({ do: 'begin' })
      const start = performance.now()
      const outcome = await work()
      refuseRefusals(name, outcome)
      const seconds = (performance.now() - start) / 1e3
      printStandstill(`${name} (${seconds.toFixed(1)} s)`, await ask({ do: 'end' }))
      return outcome
    },
    async [Symbol.asyncDispose]() {
      child.send({ do: 'stop' })
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message')
  return (message as { answer: unknown }).answer
}

function refuseRefusals(name: string, outcome: unknown): void {
  const { status, body } = (outcome ?? {}) as Partial<Reply>
  if (status && status >= 400) throw new Error(`${name}: ${JSON.stringify(body)}`)
}

/** The clock counts other programs in; the processor time of one turn is ours alone. */
function printStandstill(name: string, measured: unknown): void {
  const { longest, p99, busiest, collecting } = measured as Standstill
  const [most, usual, own, garbage] = [longest, p99, busiest, collecting].map((one) =>
    one.toFixed(0),
  )
  printFigure(name, `${own} ms (clock: ${most}, p99 ${usual}; gc ${garbage})`, {
    words: `< ${mostMilliseconds} ms`,
    met: busiest < mostMilliseconds,
  })
}
